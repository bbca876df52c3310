package dev.quarterdeck.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void canonicalTextSortsMembersAndShortensNumbers() {
        var members = new LinkedHashMap<String, Json>();
        members.put("b", new Json.Num(new BigDecimal("1.00")));
        members.put("a", Json.of(List.of(new Json.Num(new BigDecimal("1e2")), Json.Bool.TRUE, Json.Null.VALUE)));

        assertThat(Json.of(members).text()).isEqualTo("{\"b\":1.00,\"a\":[1E+2,true,null]}");
        assertThat(Json.of(members).canonical()).isEqualTo("{\"a\":[100,true,null],\"b\":1}");
    }

    @Test
    void escapesWhatJsonMustAndNothingElse() {
        assertThat(Json.of("\"\\\n\u0001/ü😀").canonical()).isEqualTo("\"\\\"\\\\\\n\\u0001/ü😀\"");
    }

    @Test
    void numbersAreEqualByValue() {
        assertThat(new Json.Num(new BigDecimal("1.0"))).isEqualTo(Json.of(1)).hasSameHashCodeAs(Json.of(1));
        assertThat(new Json.Num(new BigDecimal("0E+3"))).isEqualTo(Json.of(0)).hasSameHashCodeAs(Json.of(0));
    }

    /** The law of canonical text: any order of members gives the same text, and equal text means equal values. */
    @Test
    void theOrderOfMembersNeverMatters() {
        var random = new Random(42);
        for (int round = 0; round < 500; round++) {
            Json value = value(random, 3);
            Json shuffled = shuffled(value, random);

            assertThat(shuffled.canonical()).isEqualTo(value.canonical());
            assertThat(shuffled).isEqualTo(value);
        }
    }

    /** However many members there are, and whether or not names repeat: an object is what a map of them would be. */
    @Test
    void membersBesideTheirNamesAreThoseOfAMap() {
        var random = new Random(5);
        for (int round = 0; round < 500; round++) {
            int size = random.nextInt(80);
            String[] names = random.ints(size + 2, 0, round % 2 == 0 ? 1000 : 40)
                    .mapToObj(i -> "m" + i)
                    .toArray(String[]::new);
            Json[] values =
                    Stream.generate(() -> value(random, 1)).limit(size + 2).toArray(Json[]::new);
            var map = new LinkedHashMap<String, Json>();
            for (int i = 1; i <= size; i++) {
                map.put(names[i], values[i]);
            }

            Json.Obj object = Json.Obj.of(names, values, 1, size + 1);

            assertThat(object).isEqualTo(Json.of(map)).hasSameHashCodeAs(Json.of(map));
            assertThat(object.text()).isEqualTo(Json.of(map).text());
            assertThat(object.canonical()).isEqualTo(Json.of(map).canonical());
            assertThat(object.members()).containsExactlyEntriesOf(map);
            assertThat(object.members().values()).containsExactlyElementsOf(map.values());
            assertThat(object.members().reversed()).containsExactlyEntriesOf(map.reversed());
            map.forEach((name, value) -> assertThat(object.get(name)).contains(value));
            assertThat(object.get("other")).isEmpty();
        }
    }

    @Test
    void anObjectWithAnotherMemberLeavesTheOldOneAsItWas() {
        Json.Obj object = Json.Obj.of(new String[] {"a", "b"}, new Json[] {Json.of(1), Json.of(2)}, 0, 2);

        assertThat(object.with("a", Json.of(3)).text()).isEqualTo("{\"a\":3,\"b\":2}");
        assertThat(object.with("c", Json.of(3)).text()).isEqualTo("{\"a\":1,\"b\":2,\"c\":3}");
        assertThat(object.text()).isEqualTo("{\"a\":1,\"b\":2}");
        assertThatThrownBy(() -> object.members().put("a", Json.of(4)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void wholeNumbersOfAnyLengthHaveOneCanonicalText() {
        assertThat(new Json.Num(new BigDecimal("120")).canonical()).isEqualTo("120");
        assertThat(new Json.Num(new BigDecimal("1" + "0".repeat(40))).canonical())
                .isEqualTo("1E+40");
        assertThat(new Json.Num(new BigDecimal("1E+40")).canonical()).isEqualTo("1E+40");
        assertThat(new Json.Num(new BigDecimal("-0")).canonical()).isEqualTo("0");
    }

    private static Json value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 6)) {
            case 0 -> Json.Null.VALUE;
            case 1 -> Json.of(random.nextBoolean());
            case 2 -> new Json.Num(BigDecimal.valueOf(random.nextInt(100), random.nextInt(4)));
            case 3 -> Json.of("text" + random.nextInt(10));
            case 4 ->
                Json.of(random.ints(3).mapToObj(_ -> value(random, depth - 1)).toList());
            default -> {
                Map<String, Json> members = new LinkedHashMap<>();
                random.ints(4, 0, 20).forEach(i -> members.put("m" + i, value(random, depth - 1)));
                yield Json.of(members);
            }
        };
    }

    private static Json shuffled(Json value, Random random) {
        return switch (value) {
            case Json.Obj(var members) -> {
                var names = new ArrayList<>(members.keySet());
                Collections.shuffle(names, random);
                var copy = new LinkedHashMap<String, Json>();
                for (String name : names) {
                    copy.put(name, shuffled(members.getOrDefault(name, Json.Null.VALUE), random));
                }
                yield Json.of(copy);
            }
            case Json.Arr(var items) ->
                Json.of(items.stream().map(item -> shuffled(item, random)).toList());
            default -> value;
        };
    }
}
