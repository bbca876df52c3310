package dev.quarterdeck.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
