package dev.quarterdeck.local;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.wire.Endpoints;
import dev.quarterdeck.wire.model.ModelIndex;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/** What this build knows of AWS: types, service models, endpoints. Each is read when first asked for. */
final class Knowledge {
    private static final String FOLDER = "META-INF/quarterdeck/";

    private final ClassLoader source;
    private final Supplier<TypeCatalog> types = Lazily.once(() -> read("types.json", TypeCatalog::read));
    private final Supplier<ModelIndex> models = Lazily.once(() -> read("catalog.idx", ModelIndex::read));
    private final Supplier<Endpoints> endpoints = Lazily.once(() -> read("endpoints.json", Endpoints::read));

    private interface Reader<T> {
        T read(InputStream in) throws IOException;
    }

    Knowledge(ClassLoader source) {
        this.source = source;
    }

    TypeCatalog types() {
        return types.get();
    }

    ModelIndex models() {
        return models.get();
    }

    Endpoints endpoints() {
        return endpoints.get();
    }

    private <T> T read(String name, Reader<T> reader) {
        try (InputStream in = source.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw Refusal.usage(
                        "the catalog file '%s' is missing from this build: build or install Quarterdeck again"
                                .formatted(FOLDER + name));
            }
            return reader.read(in);
        } catch (IOException | IllegalArgumentException e) {
            throw Refusal.usage("the catalog file '%s' is invalid (%s): build or install Quarterdeck again"
                    .formatted(
                            FOLDER + name,
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
    }
}
