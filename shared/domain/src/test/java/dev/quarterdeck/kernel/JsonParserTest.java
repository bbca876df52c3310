package dev.quarterdeck.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonParserTest {
    @Test
    void readsEveryKindOfValue() {
        assertThat(Json.parse(
                        " {\"a\" : [1, -2.50e1, true, false, null, \"\\u00fc\\n\\/\\ud83d\\ude00ü\"] , \"b\":{}} "))
                .isEqualTo(Json.of(Map.of(
                        "a",
                        Json.of(List.of(
                                Json.of(1),
                                new Json.Num(new BigDecimal("-25")),
                                Json.Bool.TRUE,
                                Json.Bool.FALSE,
                                Json.Null.VALUE,
                                Json.of("ü\n/😀ü"))),
                        "b",
                        Json.Obj.EMPTY)));
    }

    /** The law of reading: what any value's text says is that value. */
    @Test
    void readsBackWhatIsWritten() {
        var random = new Random(7);
        for (int round = 0; round < 1000; round++) {
            Json value = anything(random, 4);
            assertThat(Json.parse(value.text())).isEqualTo(value);
            assertThat(Json.parse(value.canonical())).isEqualTo(value);
        }
    }

    @Tag("E08")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "[1",
                "[1,",
                "[1,]",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "{\"a\":1,",
                "{\"a\":1,}",
                "{a:1}",
                "'a'",
                "\"",
                "\"\\",
                "\"\\x\"",
                "\"\\u12\"",
                "\"\\u00g0\"",
                "\"\t\"",
                "01",
                "-01",
                "1.",
                ".5",
                "-",
                "+1",
                "1e",
                "1e+",
                "0x1",
                "NaN",
                "Infinity",
                "nul",
                "truefalse",
                "1 2",
                "{} []",
                "[1] x",
                "\uFEFF{}",
                "{\"a\":1,\"a\":2}",
                "\"\\ud800\"",
                "\"\\udc00\\ud800\"",
                "1e401",
                "1e-1000",
                "1e99999999999",
                "\"\uD800\""
            })
    void refusesWhatIsNotJson(String text) {
        assertThatThrownBy(() -> Json.parse(text)).isInstanceOf(MalformedJsonException.class);
    }

    @Tag("E08")
    @Test
    void refusesDepthAndLengthThatNobodyNeeds() {
        assertThat(Json.parse("[".repeat(64) + "]".repeat(64))).isInstanceOf(Json.Arr.class);
        for (String bomb : List.of("[".repeat(65) + "]".repeat(65), "{\"a\":".repeat(100_000), "9".repeat(65))) {
            assertThatThrownBy(() -> Json.parse(bomb)).isInstanceOf(MalformedJsonException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1,"b" 2}     | character 12: expected ':'
            {"a":1,"a":2}     | character 8: expected each member once
            [1,02]            | character 4: expected a number without leading zeros
            {"password":tru}  | character 13: expected a value
            """)
    void saysWhereAndWhatButNeverRepeatsTheText(String text, String message) {
        assertThatThrownBy(() -> Json.parse(text)).hasMessage(message);
    }

    private static Json anything(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> Json.Null.VALUE;
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> new Json.Num(BigDecimal.valueOf(random.nextLong(), random.nextInt(-20, 40)));
            case 3, 4 -> Json.of(text(random));
            case 5 ->
                Json.of(Stream.generate(() -> anything(random, depth - 1))
                        .limit(random.nextInt(4))
                        .toList());
            default -> members(random, depth - 1);
        };
    }

    private static Json members(Random random, int depth) {
        var members = new LinkedHashMap<String, Json>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.put(text(random), anything(random, depth));
        }
        return new Json.Obj(members);
    }

    private static String text(Random random) {
        var points = new ArrayList<Integer>();
        for (int i = random.nextInt(8); i > 0; i--) {
            int point = random.nextInt(4) == 0 ? random.nextInt(Character.MAX_CODE_POINT + 1) : random.nextInt(128);
            points.add(point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 'x' : point);
        }
        return points.stream().map(Character::toString).reduce("", String::concat);
    }
}
