package dev.quarterdeck.local;

import dev.quarterdeck.collect.types.TypeCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The catalog of types as this build compiled it. */
public final class Compiled {
    private static final String TYPES = "/META-INF/quarterdeck/types.json";

    private Compiled() {}

    public static TypeCatalog types() {
        try (var in = Objects.requireNonNull(TypeCatalog.class.getResourceAsStream(TYPES), TYPES)) {
            return TypeCatalog.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
