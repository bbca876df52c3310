package dev.quarterdeck.local.renderings;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.kernel.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/** The shipped catalog as it may have been: of some members it did not know yet what they are. */
final class OlderCatalog {
    private static final String SHIPPED = "/META-INF/quarterdeck/types.json";
    private static final Set<String> LEARNT = Set.of("noise", "unordered", "json", "sensitive");

    private final Random random;

    private OlderCatalog(Random random) {
        this.random = random;
    }

    static TypeCatalog of(Random random) throws IOException {
        try (InputStream in = Objects.requireNonNull(OlderCatalog.class.getResourceAsStream(SHIPPED))) {
            Json.Obj older = (Json.Obj) new OlderCatalog(random).forgetful("", JsonReader.read(in));
            return TypeCatalog.read(new ByteArrayInputStream(
                    older.with("version", Json.of("older")).text().getBytes(UTF_8)));
        }
    }

    private Json forgetful(String name, Json value) {
        return switch (value) {
            case Json.Arr(var items) ->
                Json.of(items.stream()
                        .filter(_ -> !LEARNT.contains(name) || random.nextBoolean())
                        .map(item -> forgetful("", item))
                        .toList());
            case Json.Obj(var members) -> {
                var known = new LinkedHashMap<String, Json>();
                members.forEach((member, of) -> known.put(member, forgetful(member, of)));
                yield Json.of(known);
            }
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> value;
        };
    }
}
