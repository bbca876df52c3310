package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

/** What a test says of a value that is there. */
final class Values {
    /** Numbers are compared with nine digits behind the point, and up to 29 before it. */
    private static final int SCALE = 9;

    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(29);

    private final Instant now;

    Values(Instant now) {
        this.now = now;
    }

    static Tri compared(Json json, Filter.Comparison how, Value value) {
        return switch (value) {
            case Value.Text(var text) -> equal(how, json.equals(Json.of(text)));
            case Value.Flag(var flag) ->
                equal(how, json.equals(Json.of(flag)) || json.equals(Json.of(String.valueOf(flag))));
            case Value.Numeral(var wanted) ->
                json instanceof Json.Str(var text) && !how.orders()
                        ? equal(how, text.equals(wanted.toPlainString()))
                        : ordered(number(json), how, wanted, how.orders());
            case Value.Money money -> ordered(number(json), how, money.amount(), true);
            case Value.Time(var instant) -> ordered(time(json), how, instant, true);
            case Value.Versioned(var version) -> ordered(text(json).flatMap(Version::of), how, version, true);
        };
    }

    private static Tri equal(Filter.Comparison how, boolean same) {
        return Tri.of(same == (how == Filter.Comparison.EQUAL));
    }

    /** A value of another kind is different; whether it is more or less nobody knows. */
    private static <T extends Comparable<? super T>> Tri ordered(
            Optional<T> found, Filter.Comparison how, T wanted, boolean strict) {
        return found.map(value -> Tri.of(how.holds(value.compareTo(wanted))))
                .orElse(strict ? Tri.UNKNOWN : equal(how, false));
    }

    static Tri matches(Json json, Filter.Matching how, String wanted) {
        return known(text(json).map(Values::lower), text -> switch (how) {
            case CONTAINS -> text.contains(lower(wanted));
            case STARTS -> text.startsWith(lower(wanted));
        });
    }

    /** Character by character, as the engine does it: no language's rules. */
    static String lower(String text) {
        return text.codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static Tri under(Json json, String path) {
        return known(text(json), text -> ("/" + text + "/").contains("/" + trimmed(path) + "/"));
    }

    /** A path without the slashes at its ends. */
    static String trimmed(String path) {
        return path.replaceAll("^/+|/+$", "");
    }

    static Tri near(Json json, Filter.Nearness how, Network wanted) {
        return known(text(json).flatMap(Network::of), found -> switch (how) {
            case WITHIN -> wanted.covers(found);
            case COVERS -> found.covers(wanted);
        });
    }

    Tri aged(Json json, Filter.Ageing how, Age age) {
        Instant then = now.minus(age.duration());
        return known(time(json), found -> switch (how) {
            case OLDER -> found.isBefore(then);
            case NEWER -> found.isAfter(then);
        });
    }

    private interface Test<T> {
        boolean holds(T value);
    }

    private static <T> Tri known(Optional<T> value, Test<T> test) {
        return value.map(found -> Tri.of(test.holds(found))).orElse(Tri.UNKNOWN);
    }

    private static Optional<String> text(Json json) {
        return json instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<BigDecimal> number(Json json) {
        return switch (json) {
            case Json.Num(var number) -> rounded(number);
            case Json.Str(var text) when Literals.NUMBER.matcher(text).matches() -> rounded(new BigDecimal(text));
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> rounded(BigDecimal number) {
        BigDecimal kept = number.setScale(SCALE, RoundingMode.HALF_UP);
        return kept.abs().compareTo(LARGEST) < 0 ? Optional.of(kept) : Optional.empty();
    }

    private static Optional<Instant> time(Json json) {
        return text(json).flatMap(TimeText::read);
    }
}
