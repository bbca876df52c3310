package dev.quarterdeck.local;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A schema of docs/schemas. */
final class Schema {
    private final com.networknt.schema.Schema schema;

    Schema(String name) throws IOException {
        Path file = Path.of(System.getProperty("quarterdeck.root", "."), "docs", "schemas", name + ".schema.json");
        this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(file), InputFormat.JSON);
    }

    /** What is wrong with the JSON texts, one a line. */
    List<String> faults(String lines) {
        return lines.lines().flatMap(line -> faultsOf(line).stream()).toList();
    }

    private List<String> faultsOf(String text) {
        return schema
                .validate(
                        text,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }
}
