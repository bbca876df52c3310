package dev.quarterdeck.collect.types;

import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The names that members of config may have, of whatever type, as the catalog compiler found them in AWS's models. */
public record ConfigNames(Json.Obj tree) {
    private static final String SHIPPED = "/META-INF/quarterdeck/config-names.json";

    /** Those that were compiled into this build, from the class path. */
    public static ConfigNames shipped() {
        try (InputStream in = Objects.requireNonNull(ConfigNames.class.getResourceAsStream(SHIPPED), SHIPPED)) {
            return new ConfigNames((Json.Obj) Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("the names of this build's catalog cannot be read", e);
        }
    }

    /** Empty where anything may stand: in values, lists and maps. */
    public Set<String> at(List<String> path) {
        Json.Obj here = tree;
        for (String name : path) {
            here = here.get(name).orElse(Json.Null.VALUE) instanceof Json.Obj there ? there : Json.Obj.EMPTY;
        }
        return here.members().keySet();
    }
}
