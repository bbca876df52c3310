package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.MalformedJsonException;
import dev.quarterdeck.workflows.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The language's functions. {@code MathRandom} is not among them: no workflow throws dice. */
record Intrinsic(String title, int least, int most, Function<List<Json>, Json> work) {
    static final Intrinsic FORMAT = new Intrinsic("Format", 1, Integer.MAX_VALUE, a -> Json.of(Texts.format(a)));

    private static final List<Intrinsic> ALL = List.of(
            FORMAT,
            new Intrinsic("StringToJson", 1, 1, a -> Json.parse(text(a.get(0)))),
            new Intrinsic("JsonToString", 1, 1, a -> Json.of(a.get(0).text())),
            new Intrinsic("StringSplit", 2, 2, a -> Texts.split(text(a.get(0)), text(a.get(1)))),
            new Intrinsic("Hash", 2, 2, a -> Json.of(Texts.hash(Texts.limited(text(a.get(0))), text(a.get(1))))),
            new Intrinsic(
                    "Base64Encode",
                    1,
                    1,
                    a -> Json.of(Base64.getEncoder()
                            .encodeToString(Texts.limited(text(a.get(0))).getBytes(StandardCharsets.UTF_8)))),
            new Intrinsic(
                    "Base64Decode",
                    1,
                    1,
                    a -> Json.of(new String(
                            Base64.getDecoder().decode(Texts.limited(text(a.get(0)))), StandardCharsets.UTF_8))),
            new Intrinsic("Array", 0, Integer.MAX_VALUE, Json::of),
            new Intrinsic("ArrayLength", 1, 1, a -> Json.of(items(a.get(0)).size())),
            new Intrinsic("ArrayGetItem", 2, 2, a -> items(a.get(0)).get(whole(a.get(1)))),
            new Intrinsic("ArrayContains", 2, 2, a -> Json.of(items(a.get(0)).contains(a.get(1)))),
            new Intrinsic(
                    "ArrayUnique",
                    1,
                    1,
                    a -> Json.of(items(a.get(0)).stream().distinct().toList())),
            new Intrinsic("ArrayRange", 3, 3, a -> Lists.range(whole(a.get(0)), whole(a.get(1)), whole(a.get(2)))),
            new Intrinsic("ArrayPartition", 2, 2, a -> Lists.partition(items(a.get(0)), whole(a.get(1)))),
            new Intrinsic("JsonMerge", 3, 3, a -> Lists.merge(a)),
            new Intrinsic("MathAdd", 2, 2, a -> Json.of((long) whole(a.get(0)) + whole(a.get(1)))),
            new Intrinsic("UUID", 0, 0, _ -> Json.of(UUID.randomUUID().toString())));

    static Intrinsic named(String title) {
        return ALL.stream()
                .filter(function -> function.title.equals(title))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("States.%s is no function of ours".formatted(title)));
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    Json apply(List<Json> arguments) {
        try {
            return work.apply(arguments);
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | ArithmeticException
                | MalformedJsonException e) {
            throw new FaultException(Fault.INTRINSIC_FAILURE, "States.%s: %s".formatted(title, e.getMessage()));
        }
    }

    private static String text(Json value) {
        if (value instanceof Json.Str(var text)) {
            return text;
        }
        throw new IllegalArgumentException("a text is wanted");
    }

    private static List<Json> items(Json value) {
        if (value instanceof Json.Arr(var items)) {
            return items;
        }
        throw new IllegalArgumentException("a list is wanted");
    }

    private static int whole(Json value) {
        if (value instanceof Json.Num(var number)) {
            return number.intValueExact();
        }
        throw new IllegalArgumentException("a whole number is wanted");
    }

    /** What functions do to lists and objects. */
    private static final class Lists {
        private static final int LONGEST = 1000;

        static Json range(int first, int last, int step) {
            if (step == 0 || Math.abs(((long) last - first) / step) >= LONGEST) {
                throw new IllegalArgumentException("at most %d numbers, and no step of 0".formatted(LONGEST));
            }
            int count = Math.max(0, (last - first) / step + 1);
            boolean away = last != first && (last > first) != (step > 0);
            return Json.of(IntStream.range(0, away ? 0 : count)
                    .mapToObj(i -> Json.of((long) first + (long) i * step))
                    .toList());
        }

        static Json partition(List<Json> items, int size) {
            if (size < 1) {
                throw new IllegalArgumentException("parts have at least one item");
            }
            return Json.of(IntStream.range(0, Math.ceilDiv(items.size(), size))
                    .mapToObj(i -> Json.of(items.subList(i * size, Math.min(items.size(), (i + 1) * size))))
                    .toList());
        }

        static Json merge(List<Json> arguments) {
            if (!(arguments.get(0) instanceof Json.Obj merged)
                    || !(arguments.get(1) instanceof Json.Obj(var more))
                    || !arguments.get(2).equals(Json.Bool.FALSE)) {
                throw new IllegalArgumentException("two objects and false are wanted: there is no deep merge");
            }
            for (var member : more.entrySet()) {
                merged = merged.with(member.getKey(), member.getValue());
            }
            return merged;
        }
    }
}
