package dev.quarterdeck.inventory.asking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CsvTest {
    private static String line(String... texts) {
        return Csv.line(Stream.of(texts).<Json>map(Json::of).toList());
    }

    @Test
    void quotesWhatNeedsIt() {
        assertThat(line("a", "b,c", "d\"e", "f\ng", "h\ri", "")).isEqualTo("a,\"b,c\",\"d\"\"e\",\"f\ng\",\"h\ri\",");
        assertThat(Csv.line(List.of(Json.Null.VALUE, Json.of(true), Json.parse("{\"a\":[1]}"))))
                .isEqualTo(",true,\"{\"\"a\"\":[1]}\"");
    }

    @Test
    @Tag("E10")
    void noTextIsAFormula() {
        assertThat(line("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "it's", "'quoted'"))
                .isEqualTo("'=HYPERLINK(1),'+1,'-1,'@SUM(A1),'\t=1,''=1,it's,'quoted'");
        assertThat(line("\r=1,2")).isEqualTo("\"'\r=1,2\"");
    }

    @Test
    void numbersStayNumbers() {
        assertThat(Csv.line(List.of(Json.of(-5), Json.parse("-1.5"), Json.of("-5"))))
                .isEqualTo("-5,-1.5,'-5");
    }

    /** One apostrophe less is the text as it was, whatever it was. */
    @Test
    @Tag("E10")
    void whatWasDoneCanBeUndone() {
        var random = new Random(11);
        String signs = "'=+-@\t\ra1";
        for (int i = 0; i < 5_000; i++) {
            String text = random.ints(random.nextInt(5), 0, signs.length())
                    .mapToObj(at -> String.valueOf(signs.charAt(at)))
                    .reduce("", String::concat);
            String cell = line(text);
            String read = cell.startsWith("\"") ? cell.substring(1, cell.length() - 1) : cell;

            assertThat(read).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
            assertThat(read.matches("(?s)'+[=+\\-@\\t\\r].*") ? read.substring(1) : read)
                    .isEqualTo(text);
        }
    }
}
