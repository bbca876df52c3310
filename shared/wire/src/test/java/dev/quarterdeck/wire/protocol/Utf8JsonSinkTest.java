package dev.quarterdeck.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.quarterdeck.wire.JsonName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8JsonSinkTest {
    private static final JsonFactory JACKSON = new JsonFactory();
    private static final List<String> PIECES = List.of(
            "a", "\"", "\\", "\n", "\t", "\u0001", "\u007f", "é", "߿", "ࠀ", "日本", "😀", "\ud83d", "\ude00", "</x>",
            " ");

    @Test
    void writesTextsThatJacksonReadsBack() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            String text = text(random);

            try (JsonParser parser = JACKSON.createParser(written(text))) {
                parser.nextToken();
                parser.nextToken();
                assertThat(parser.getText()).isEqualTo(text);
            }
        }
    }

    @Test
    void buffersNothingLonger() throws IOException {
        JavaValues values = new JavaValues();
        EventBuffer buffer = new EventBuffer();
        byte[] json = "{\"a\":[1,2.50,true,null,\"x\",{}],\"b\":{\"c\":[]}}".getBytes(StandardCharsets.UTF_8);
        JsonCursor.open(json, json.length).copy(buffer);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Utf8JsonSink sink = new Utf8JsonSink(out);

        buffer.replay(sink);
        buffer.replay(values);
        sink.flush();

        assertThat(out.toByteArray()).isEqualTo(json);
        assertThat(values.value()).hasToString("{a=[1, 2.50, true, null, x, {}], b={c=[]}}");
    }

    @Test
    void copiesBytesAcrossTheEndOfItsBuffer() {
        byte[] plain = "x".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        for (int length : new int[] {0, 1, 16_380, 16_384, 16_390, 40_000}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Utf8JsonSink sink = new Utf8JsonSink(out);
            sink.beginObject();
            sink.name(new JsonName("Name"));
            sink.string(plain, 0, length);
            sink.name(plain, 0, 2);
            sink.number("12".getBytes(StandardCharsets.UTF_8), 0, 2);
            sink.endObject();
            sink.flush();

            assertThat(out.toString(StandardCharsets.UTF_8))
                    .isEqualTo("{\"Name\":\"" + "x".repeat(length) + "\",\"xx\":12}");
        }
    }

    private static byte[] written(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Utf8JsonSink sink = new Utf8JsonSink(bytes);
        sink.beginArray();
        sink.string(text);
        sink.endArray();
        sink.flush();
        return bytes.toByteArray();
    }

    /** Short ones, and some around the size of the sink's buffer. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(10) == 0 ? 16_000 + random.nextInt(800) : random.nextInt(40);
        while (text.length() < length) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
