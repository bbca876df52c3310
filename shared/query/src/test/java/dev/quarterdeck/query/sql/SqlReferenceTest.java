package dev.quarterdeck.query.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.inventory.asking.SqlSchema;
import dev.quarterdeck.query.lists.Estate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SqlReferenceTest {
    private static final Path FILE = Path.of(System.getProperty("quarterdeck.root", "../.."))
            .resolve("docs")
            .resolve("sql.md");

    /** Run with {@code -Dquarterdeck.write=true} it writes the file. */
    @Test
    void theReferenceIsInStepWithTheTables() throws IOException {
        if (Boolean.getBoolean("quarterdeck.write")) {
            Files.writeString(FILE, SqlReference.markdown());
        }
        assertThat(Files.readString(FILE)).isEqualTo(SqlReference.markdown());
    }

    @Test
    void eachExampleIsAnswered() {
        var tabled = new Tabled(Sheet.ALL, ChildProcess.TYPES);
        try (var sandbox = new Sandbox(Limits.USUAL, tabled)) {
            sandbox.fill(Estate.RECORDED, Sheet.OF_ONE_LOOK);
            for (SqlSchema.Example example : tabled.schema().examples()) {
                assertThat(sandbox.objection(example.sql())).as(example.sql()).isEmpty();
                assertThat(sandbox.ask(example.sql())).as(example.sql()).isInstanceOf(SqlAnswer.Rows.class);
            }
        }
    }
}
