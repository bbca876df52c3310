package dev.quarterdeck.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTest {
    private static final JsonFactory JACKSON = new JsonFactory();

    @Test
    void readsWhatJacksonReads() throws IOException {
        for (long seed = 1; seed <= 500; seed++) {
            byte[] document = document(new Random(seed));

            assertThat(ours(new ByteArrayInputStream(document)))
                    .as("seed %d", seed)
                    .isEqualTo(jacksons(document));
        }
    }

    @Test
    void readsBytesAsTheyDribbleIn() throws IOException {
        for (long seed = 1; seed <= 60; seed++) {
            byte[] document = document(new Random(seed));

            assertThat(ours(new Dribble(document, new Random(seed))))
                    .as("seed %d", seed)
                    .isEqualTo(ours(new ByteArrayInputStream(document)));
        }
    }

    @Test
    void readsTextsLongerThanItsWindow() throws IOException {
        String text = "lang \\\"é ".repeat(40_000);

        assertThat(ours("[\"" + text + "\"]")).isEqualTo("[\"" + text + "\"]");
    }

    @Test
    void noticesEveryTruncation() {
        byte[] document = "{\"a\": [1.5e3, true, null, \"t\\u00e9\\n\", {\"b\": {}}], \"é\": -0}"
                .getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < document.length; length++) {
            InputStream cut = new ByteArrayInputStream(document, 0, length);

            assertThatThrownBy(() -> ours(cut)).as("%d bytes", length).isInstanceOf(MalformedResponseException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "nul",
                "nulL",
                "truefalse",
                "01",
                "-",
                "-a",
                "+1",
                "1.",
                ".5",
                "1e",
                "1e+",
                "1.e3",
                "--1",
                "1-2",
                "[1 2]",
                "[1,]",
                "[,1]",
                "[1,,2]",
                "{,}",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{\"a\"}",
                "{a:1}",
                "{\"a\":1 \"b\":2}",
                "[1}",
                "{\"a\":1]",
                "\"\t\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u+123\"",
                "\"\\u12\"",
                "'a'",
                "1 2",
                "{} {}",
                "Inf",
                "-Inf",
                "nan"
            })
    void refuses(String document) {
        assertThatThrownBy(() -> ours(document)).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void refusesWhatIsNotUtf8AndWhatNestsTooDeep() {
        byte[] latin1 = "\"é\"".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ours(new ByteArrayInputStream(latin1)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("the JSON is not UTF-8");
        assertThatThrownBy(() -> ours("[".repeat(100_000))).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void namesWhatIsNoNumberAsPythonReadsIt() throws IOException {
        assertThat(ours("[NaN, Infinity, -Infinity]")).isEqualTo("[\"NaN\",\"Infinity\",\"-Infinity\"]");
    }

    @Test
    void keepsHalvesOfPairsAsPythonDoes() throws IOException {
        assertThat(ours("[\"\\ud83d\"]")).isEqualTo("[\"\\ud83d\"]");
    }

    private static byte[] document(Random random) {
        StringBuilder out = new StringBuilder();
        value(random, 0, out);
        return out.append(space(random)).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void value(Random random, int depth, StringBuilder out) {
        String[] scalars = {
            "0", "-0", "12", "-3.25", "1E9", "2.5e-7", "123456789012345678901234567890", "true", "false", "null"
        };
        switch (random.nextInt(depth < 5 ? 6 : 3)) {
            case 0 -> out.append(scalars[random.nextInt(scalars.length)]);
            case 1, 2 -> text(random, out);
            case 3 -> {
                out.append('[').append(space(random));
                for (int i = random.nextInt(5); i > 0; i--) {
                    value(random, depth + 1, out);
                    out.append(space(random)).append(i > 1 ? "," : "").append(space(random));
                }
                out.append(']');
            }
            default -> {
                out.append('{').append(space(random));
                for (int i = random.nextInt(5); i > 0; i--) {
                    text(random, out);
                    out.append(space(random)).append(':').append(space(random));
                    value(random, depth + 1, out);
                    out.append(space(random)).append(i > 1 ? "," : "").append(space(random));
                }
                out.append('}');
            }
        }
    }

    private static String space(Random random) {
        String[] spaces = {"", "", " ", "\n  ", "\t\r\n"};
        return spaces[random.nextInt(spaces.length)];
    }

    private static void text(Random random, StringBuilder out) {
        String[] pieces = {
            "plain",
            "&<>'",
            "ü",
            "日本語",
            "😀",
            "\\\"",
            "\\\\",
            "\\/",
            "\\b\\f\\n\\r\\t",
            "\\u00e9",
            "\\ud83d\\ude00",
            "\u007f",
            "a".repeat(random.nextInt(9000))
        };
        out.append('"');
        for (int i = random.nextInt(3); i > 0; i--) {
            out.append(pieces[random.nextInt(pieces.length)]);
        }
        out.append('"');
    }

    private static String ours(String document) throws IOException {
        return ours(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static String ours(InputStream document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Utf8JsonSink sink = new Utf8JsonSink(bytes);
        JsonCursor in = JsonCursor.open(document);
        in.copy(sink);
        if (!in.isAtEnd()) {
            throw new MalformedResponseException("it goes on");
        }
        sink.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static String jacksons(byte[] document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Utf8JsonSink sink = new Utf8JsonSink(bytes);
        try (JsonParser in = JACKSON.createParser(document)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                switch (token) {
                    case START_OBJECT -> sink.beginObject();
                    case END_OBJECT -> sink.endObject();
                    case START_ARRAY -> sink.beginArray();
                    case END_ARRAY -> sink.endArray();
                    case FIELD_NAME -> sink.name(in.currentName());
                    case VALUE_STRING -> sink.string(in.getText());
                    case VALUE_TRUE, VALUE_FALSE -> sink.bool(in.getBooleanValue());
                    case VALUE_NULL -> sink.nothing();
                    default -> sink.number(in.getText());
                }
            }
        }
        sink.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
