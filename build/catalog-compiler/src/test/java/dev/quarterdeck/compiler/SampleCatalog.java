package dev.quarterdeck.compiler;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A catalog of one invented service, laid out in a folder of its own; the schema is the real one. */
record SampleCatalog(Path root) {
    static SampleCatalog in(Path folder) throws IOException {
        var catalog = new SampleCatalog(folder.resolve("catalog"));
        Path shared = Path.of(System.getProperty("quarterdeck.root", "../..")).resolve("shared/catalog");
        catalog.put("schema/resource-types.schema.json", shared.resolve("schema/resource-types.schema.json"));
        catalog.put("models/shop.json", "/models/shop.json");
        catalog.write("endpoints.json", "{}");
        Files.createDirectories(catalog.root.resolve("resources"));
        return catalog;
    }

    /** Adds a file of types from the test's resources. */
    SampleCatalog with(String resource) throws IOException {
        put("resources/" + resource.substring(resource.lastIndexOf('/') + 1), resource);
        return this;
    }

    Path target() {
        return root.resolveSibling("target");
    }

    CatalogCompiler compiler() {
        return new CatalogCompiler(root, target());
    }

    void write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, content);
    }

    private void put(String name, Path file) throws IOException {
        write(name, Files.readString(file));
    }

    private void put(String name, String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(SampleCatalog.class.getResourceAsStream(resource), resource)) {
            write(name, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
