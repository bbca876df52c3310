package dev.quarterdeck.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonBytesTest {
    @Test
    void isUsedAgainAfterItWasCleared() {
        var bytes = new JsonBytes(1);

        bytes.sign('[').string("first").sign(']');
        assertThat(bytes).hasToString("[\"first\"]");

        assertThat(bytes.clear().json(Json.of("é"))).hasToString("\"é\"");
        assertThat(bytes.size()).isEqualTo(4);
    }

    /** Whatever a text is made of: as bytes it is what Java's encoder makes of it, and parsed it is itself again. */
    @Test
    void writesEveryTextAsJavaEncodesIt() throws IOException {
        var random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            String text = random.ints(random.nextInt(12), 0, round % 2 == 0 ? 0x180 : 0x11_0000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String encodable = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            var out = new ByteArrayOutputStream();

            new JsonBytes(2).json(Json.of(text)).writeTo(out);

            assertThat(Json.parse(out.toString(StandardCharsets.UTF_8))).isEqualTo(Json.of(encodable));
        }
    }

    @Test
    void aSurrogateAloneIsNoCharacter() {
        assertThat(new JsonBytes(2).string("a\ud83d!")).hasToString("\"a?!\"");
    }

    /** More shapes than are kept, and objects of the same names in another order. */
    @Test
    void everyObjectIsWrittenInItsOwnOrder() {
        for (int i = 0; i < 5_000; i++) {
            String one = "{\"b%d\":1,\"a\":{\"z\":[],\"y\":%d}}".formatted(i, i);
            String other = "{\"a\":{\"y\":%d,\"z\":[]},\"b%d\":1}".formatted(i, i);

            assertThat(Json.parse(one).text()).isEqualTo(one);
            assertThat(Json.parse(other).text()).isEqualTo(other);
            assertThat(Json.parse(one).canonical()).isEqualTo(other);
        }
    }
}
