package dev.quarterdeck.wire.model;

import java.util.Locale;
import java.util.Optional;

/** A value without parts. {@code least} is the smallest value or length, {@code most} the largest. */
public record Scalar(String name, Kind kind, Optional<Double> least, Optional<Double> most) implements Shape {
    /** What a scalar holds. */
    public enum Kind {
        STRING,
        CHARACTER,
        BOOLEAN,
        INTEGER,
        LONG,
        FLOAT,
        DOUBLE,
        TIMESTAMP,
        BLOB;

        static Kind of(String type) {
            return valueOf(type.toUpperCase(Locale.ROOT));
        }
    }
}
