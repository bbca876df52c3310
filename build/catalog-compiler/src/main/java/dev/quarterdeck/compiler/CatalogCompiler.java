package dev.quarterdeck.compiler;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.model.ModelIndex;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Checks the catalog's files and writes what the product reads of them: models, types, endpoints, names in config. */
public final class CatalogCompiler {
    /** To be raised when the same files come to be compiled to something else. */
    private static final String FORM = "3:";

    private final CatalogFolder catalog;
    private final Path target;

    public CatalogCompiler(Path catalog, Path target) {
        this.catalog = new CatalogFolder(catalog);
        this.target = target;
    }

    public static void main(String[] args) throws IOException {
        System.exit(run(Path.of(args[0]), Path.of(args[1]), System.err));
    }

    /** Compiles if anything changed; 0 when that went well, 2 when a file is wrong. */
    static int run(Path catalog, Path target, PrintStream out) throws IOException {
        List<Problem> problems = new CatalogCompiler(catalog, target).compile();
        problems.forEach(out::println);
        if (!problems.isEmpty()) {
            out.printf("%d problem%s in the catalog%n", problems.size(), problems.size() == 1 ? "" : "s");
        }
        return problems.isEmpty() ? 0 : 2;
    }

    /** All that is wrong with the catalog; when nothing is, the target folder holds its compiled form. */
    public List<Problem> compile() throws IOException {
        Path stamp = target.resolve("inputs.sha256");
        String inputs = FORM + Digest.of(catalog.inputs());
        if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
            return List.of();
        }
        Files.createDirectories(target);
        Files.deleteIfExists(stamp);
        byte[] index = catalog.modelIndex();
        var models = ModelIndex.of(index);
        var files = new TypeFiles(new TypeSchema(Files.readString(catalog.schema())));
        catalog.typeFiles().forEach(files::read);
        Collection<Form> resources = new CatalogCheck(models, files).check();
        if (files.problems().isEmpty()) {
            Files.write(target.resolve("catalog.idx"), index);
            Files.writeString(target.resolve("types.json"), types(models, files, catalog.botocore()));
            Files.writeString(
                    target.resolve("config-names.json"),
                    ConfigNames.of(resources).text());
            Files.copy(catalog.endpoints(), target.resolve("endpoints.json"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(stamp, inputs);
        }
        return files.problems();
    }

    private static String types(ModelIndex models, TypeFiles files, String botocore) {
        var normal = new NormalType(models);
        Json types = Json.of(files.types().values().stream().map(normal::json).toList());
        var content = new LinkedHashMap<String, Json>();
        content.put("version", Json.of(Digest.of(types.text()).substring(0, 16)));
        content.put("botocore", Json.of(botocore));
        content.put("types", types);
        return new Json.Obj(content).text();
    }
}
