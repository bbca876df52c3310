package dev.quarterdeck.collect.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.JsonSink;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonBuilderTest {
    private final JsonBuilder builder = new JsonBuilder();

    /** Deeper and wider than what a builder has room for at first. */
    @Test
    void buildsWhatItIsTold() {
        String text = "{\"a\":".repeat(20) + "[" + "1,[],{},".repeat(50) + "null]" + "}".repeat(20);

        tell(Json.parse(text), builder);

        assertThat(builder.value()).isEqualTo(Json.parse(text));
    }

    @Test
    void isUsedAgainAfterItWasCleared() {
        assertThat(builder.value()).isEqualTo(Json.Null.VALUE);
        tell(Json.parse("{\"a\":[1,2],\"b\":true}"), builder);
        Json first = builder.value();

        tell(Json.parse("{\"a\":\"x\"}"), builder.clear());

        assertThat(first).isEqualTo(Json.parse("{\"a\":[1,2],\"b\":true}"));
        assertThat(builder.object()).isEqualTo(Json.parse("{\"a\":\"x\"}"));
    }

    @Test
    void readsNumbersOfAnyLength() {
        for (String literal : new String[] {"0", "7", "443", "-1", "1.50", "123456789012345678901234567890"}) {
            byte[] bytes = (" " + literal + " ").getBytes(StandardCharsets.US_ASCII);

            builder.clear().number(bytes, 1, bytes.length - 1);

            assertThat(builder.value().text()).isEqualTo(literal);
        }
    }

    private static void tell(Json value, JsonSink to) {
        switch (value) {
            case Json.Null _ -> to.nothing();
            case Json.Bool(var bool) -> to.bool(bool);
            case Json.Num(var number) -> to.number(number.toString());
            case Json.Str(var text) -> to.string(text);
            case Json.Arr(var items) -> {
                to.beginArray();
                items.forEach(item -> tell(item, to));
                to.endArray();
            }
            case Json.Obj(var members) -> {
                to.beginObject();
                members.forEach((name, member) -> {
                    to.name(name);
                    tell(member, to);
                });
                to.endObject();
            }
        }
    }
}
