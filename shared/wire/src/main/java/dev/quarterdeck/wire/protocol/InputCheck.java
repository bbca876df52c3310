package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.MapShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import dev.quarterdeck.wire.model.Trait;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds an input to its shape, so that what AWS would refuse, or worse misunderstand, is never sent. */
final class InputCheck {
    private final String call;

    private InputCheck(String call) {
        this.call = call;
    }

    /** {@code call} is what messages begin with: service and operation. */
    static void check(String call, Member input, Map<String, ?> values) {
        new InputCheck(call).structure((Structure) input.shape(), values, "");
    }

    private void value(Member member, @Nullable Object value, String path) {
        if (member.traits().has(Trait.JSON_VALUE)) {
            return;
        }
        switch (member.shape()) {
            case Structure structure when structure.form() == Structure.Form.DOCUMENT -> {}
            case Structure structure -> structure(structure, map(value, path), path + ".");
            case ListShape list -> list(list, value, path);
            case MapShape map -> map(map, map(value, path), path);
            case Scalar scalar -> scalar(scalar, value, path);
        }
        if (member.traits().has(Trait.HOST_LABEL) && "".equals(value)) {
            throw wrong(path, "must not be empty", value);
        }
    }

    private void structure(Structure structure, Map<?, ?> values, String prefix) {
        for (String required : structure.required()) {
            if (!values.containsKey(required)) {
                throw new IllegalArgumentException("%s: %s%s is required".formatted(call, prefix, required));
            }
        }
        if (structure.form() == Structure.Form.UNION && values.size() != 1) {
            throw wrong(prefix + structure.name(), "must have exactly one member", values);
        }
        values.forEach((key, value) -> {
            Member member = structure.member(String.valueOf(key));
            if (member == null) {
                throw new IllegalArgumentException(
                        "%s: there is no member %s%s; there are %s".formatted(call, prefix, key, names(structure)));
            }
            value(member, value, prefix + key);
        });
    }

    private static List<String> names(Structure structure) {
        return structure.members().stream().map(Member::name).toList();
    }

    private Map<?, ?> map(@Nullable Object value, String path) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw wrong(path, "must be an object", value);
    }

    private void list(ListShape shape, @Nullable Object value, String path) {
        if (!(value instanceof List<?> list)) {
            throw wrong(path, "must be a list", value);
        }
        least(shape.least(), list.size(), path, value, "elements");
        for (int i = 0; i < list.size(); i++) {
            value(shape.element(), list.get(i), "%s[%d]".formatted(path, i));
        }
    }

    private void map(MapShape shape, Map<?, ?> map, String path) {
        map.forEach((key, value) -> {
            value(shape.key(), key, path + " key");
            value(shape.value(), value, path + "." + key);
        });
    }

    private void scalar(Scalar scalar, @Nullable Object value, String path) {
        switch (scalar.kind()) {
            case STRING, CHARACTER -> {
                if (!(value instanceof String text)) {
                    throw wrong(path, "must be a text", value);
                }
                least(scalar.least(), text.codePointCount(0, text.length()), path, value, "characters");
            }
            case BOOLEAN -> require(value instanceof Boolean, path, "must be true or false", value);
            case INTEGER, LONG -> {
                if (!(value instanceof Number number) || !isIntegral(number)) {
                    throw wrong(path, "must be a whole number", value);
                }
                least(scalar.least(), number.doubleValue(), path, value, "");
            }
            case FLOAT, DOUBLE -> {
                if (!(value instanceof Number number)) {
                    throw wrong(path, "must be a number", value);
                }
                least(scalar.least(), number.doubleValue(), path, value, "");
            }
            case TIMESTAMP -> require(isTimestamp(value), path, "must be a point in time", value);
            case BLOB -> require(value instanceof byte[] || value instanceof String, path, "must be bytes", value);
        }
    }

    private static boolean isIntegral(Number value) {
        return switch (value) {
            case Integer _, Long _, Short _, Byte _, BigInteger _ -> true;
            case BigDecimal decimal -> decimal.stripTrailingZeros().scale() <= 0;
            case Double number -> number == Math.rint(number) && !number.isInfinite();
            default -> false;
        };
    }

    private static boolean isTimestamp(@Nullable Object value) {
        if (value instanceof String text) {
            try {
                Timestamps.parse(text);
                return true;
            } catch (DateTimeException | NumberFormatException _) {
                return false;
            }
        }
        return value instanceof Instant || value instanceof Number;
    }

    private void least(Optional<Double> least, double actual, String path, Object value, String of) {
        if (least.isPresent() && actual < least.get()) {
            String bound = BigDecimal.valueOf(least.get()).stripTrailingZeros().toPlainString();
            throw wrong(path, "must be at least %s %s".formatted(bound, of).strip(), value);
        }
    }

    private void require(boolean holds, String path, String what, @Nullable Object value) {
        if (!holds) {
            throw wrong(path, what, value);
        }
    }

    private IllegalArgumentException wrong(String path, String what, @Nullable Object value) {
        return new IllegalArgumentException("%s: %s %s: '%s'".formatted(call, path, what, value));
    }
}
