package dev.quarterdeck.bench;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.Endpoints;
import dev.quarterdeck.wire.model.ModelIndex;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The catalog as the product ships it. */
public final class Shipped {
    private Shipped() {}

    public static AwsClient.Catalog catalog() throws IOException {
        try (InputStream models = open("catalog.idx");
                InputStream endpoints = open("endpoints.json")) {
            return new AwsClient.Catalog(ModelIndex.read(models), Endpoints.read(endpoints));
        }
    }

    public static TypeCatalog types() throws IOException {
        try (InputStream types = open("types.json")) {
            return TypeCatalog.read(types);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(
                Shipped.class.getResourceAsStream("/META-INF/quarterdeck/" + name), () -> name + " is not built");
    }
}
