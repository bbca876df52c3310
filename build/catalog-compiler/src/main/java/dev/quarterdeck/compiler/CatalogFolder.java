package dev.quarterdeck.compiler;

import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.model.ModelIndexWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the catalog's files lie. */
record CatalogFolder(Path root) {
    List<Path> modelFiles() {
        return files("models", ".json");
    }

    List<Path> typeFiles() {
        return files("resources", ".yaml");
    }

    Path schema() {
        return root.resolve("schema/resource-types.schema.json");
    }

    Path endpoints() {
        return root.resolve("endpoints.json");
    }

    /** All that goes into a compiled catalog. */
    List<Path> inputs() {
        return Stream.of(modelFiles(), typeFiles(), List.of(schema(), endpoints()))
                .flatMap(List::stream)
                .toList();
    }

    /** All service models in the form that the wire client reads. */
    byte[] modelIndex() throws IOException {
        var writer = new ModelIndexWriter();
        for (Path file : modelFiles()) {
            try (InputStream extract = Files.newInputStream(file)) {
                writer.add(extract);
            }
        }
        return writer.toBytes();
    }

    /** The botocore that the service models were extracted from. */
    String botocore() throws IOException {
        try (InputStream extract = Files.newInputStream(modelFiles().getFirst())) {
            return JsonReader.read(extract) instanceof Json.Obj model
                            && model.get("botocore").orElse(null) instanceof Json.Str(var version)
                    ? version
                    : "unknown";
        }
    }

    private List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
