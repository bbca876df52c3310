package dev.quarterdeck.collect.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.collect.types.Upkeep;
import dev.quarterdeck.collect.types.Upkeep.Unordered;
import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Renderings of the same facts have one hash; different facts have different ones. */
class ContentHashTest {
    private static final int ROUNDS = 500;
    private static final Upkeep UPKEEP = new Upkeep(
            List.of(),
            List.of(FieldPath.parse("Noise"), FieldPath.parse("Items[].Noise"), FieldPath.parse("Map.*.Noise")),
            List.of(
                    new Unordered(FieldPath.parse("Items[]"), Optional.of(Expression.parse("Id"))),
                    new Unordered(FieldPath.parse("Names[]"), Optional.empty())),
            List.of(FieldPath.parse("Policy")),
            List.of(FieldPath.parse("Secret")));
    private static final Tidying TIDYING = new Tidying(new Redaction("k1", new byte[32]));

    @Test
    void isTheSameForEveryRenderingOfTheSameFacts() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Facts facts = Facts.random(new Random(seed));
            String expected = hash(facts.rendered(new Random(1)));

            for (int rendering = 2; rendering < 6; rendering++) {
                Json.Obj other = facts.rendered(new Random(31L * seed + rendering));
                assertThat(hash(other)).as("seed %d: %s", seed, other.text()).isEqualTo(expected);
            }
        }
    }

    @Test
    void changesWithEachFact() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            Facts facts = Facts.random(random);
            Facts other = facts.changed(random);

            assertThat(hash(other.rendered(new Random(1))))
                    .as("seed %d: %s", seed, facts)
                    .isNotEqualTo(hash(facts.rendered(new Random(1))));
        }
    }

    private static String hash(Json.Obj config) {
        return ContentHash.of(TIDYING.tidy(config, UPKEEP), UPKEEP);
    }

    /** What is so; rendering adds what does not matter: order, noise, white space, number forms, single or list. */
    private record Facts(int size, String secret, List<Integer> ids, List<String> names, List<String> actions) {
        static Facts random(Random random) {
            return new Facts(
                    random.nextInt(1000),
                    "s" + random.nextInt(),
                    random.ints(0, 1000)
                            .distinct()
                            .limit(random.nextInt(6))
                            .boxed()
                            .toList(),
                    random.ints(random.nextInt(5), 0, 9).mapToObj(i -> "ü" + i).toList(),
                    random.ints(0, 1000)
                            .distinct()
                            .limit(1 + random.nextInt(3))
                            .mapToObj(i -> "s3:A" + i)
                            .toList());
        }

        Facts changed(Random random) {
            return switch (random.nextInt(5)) {
                case 0 -> new Facts(size + 1, secret, ids, names, actions);
                case 1 -> new Facts(size, secret + "!", ids, names, actions);
                case 2 -> new Facts(size, secret, plus(ids, 5000), names, actions);
                case 3 -> new Facts(size, secret, ids, plus(names, "new"), actions);
                default -> new Facts(size, secret, ids, names, plus(actions, "s3:New"));
            };
        }

        private static <T> List<T> plus(List<T> list, T more) {
            var longer = new ArrayList<>(list);
            longer.add(more);
            return longer;
        }

        Json.Obj rendered(Random random) {
            var members = new ArrayList<java.util.Map.Entry<String, Json>>();
            members.add(java.util.Map.entry("Size", number(size, random)));
            members.add(java.util.Map.entry("Secret", Json.of(secret)));
            members.add(java.util.Map.entry(
                    "Items",
                    new Json.Arr(shuffled(ids, random).stream()
                            .<Json>map(
                                    id -> object(random, "Id", number(id, random), "Noise", Json.of(random.nextInt())))
                            .toList())));
            members.add(java.util.Map.entry(
                    "Names",
                    new Json.Arr(
                            shuffled(names, random).stream().<Json>map(Json::of).toList())));
            members.add(java.util.Map.entry("Policy", Json.of(policy(random))));
            members.add(java.util.Map.entry(
                    "Map", object(random, "a", object(random, "Noise", Json.of(random.nextInt())), "b", Json.of(1))));
            if (random.nextBoolean()) {
                members.add(java.util.Map.entry("Noise", Json.of(random.nextInt())));
            }
            Collections.shuffle(members, random);
            var object = new LinkedHashMap<String, Json>();
            members.forEach(member -> object.put(member.getKey(), member.getValue()));
            return new Json.Obj(object);
        }

        private String policy(Random random) {
            Json set = actions.size() == 1 && random.nextBoolean()
                    ? Json.of(actions.getFirst())
                    : new Json.Arr(shuffled(actions, random).stream()
                            .<Json>map(Json::of)
                            .toList());
            Json statement = object(random, "Effect", Json.of("Allow"), "Action", set);
            String text = object(
                            random,
                            "Version",
                            Json.of("2012-10-17"),
                            "Statement",
                            random.nextBoolean() ? statement : new Json.Arr(List.of(statement)))
                    .text();
            return random.nextBoolean() ? text : text.replace("{", "{\n  ").replace(",\"", ", \"");
        }

        private static Json number(int value, Random random) {
            return new Json.Num(random.nextBoolean() ? BigDecimal.valueOf(value) : new BigDecimal(value + ".00"));
        }

        private static <T> List<T> shuffled(List<T> list, Random random) {
            var shuffled = new ArrayList<>(list);
            Collections.shuffle(shuffled, random);
            return shuffled;
        }

        private static Json object(Random random, Object... namesAndValues) {
            var pairs = new ArrayList<Integer>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                pairs.add(i);
            }
            var object = new LinkedHashMap<String, Json>();
            shuffled(pairs, random)
                    .forEach(i -> object.put(namesAndValues[i].toString(), (Json) namesAndValues[i + 1]));
            return new Json.Obj(object);
        }
    }
}
