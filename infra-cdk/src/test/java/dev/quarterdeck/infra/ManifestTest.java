package dev.quarterdeck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.edge.inventory.InventoryHub;
import dev.quarterdeck.functions.broker.BrokerConfig;
import dev.quarterdeck.functions.cloud.HubConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private static final Path FUNCTIONS = Synthesized.ROOT.resolve("functions");
    private static final Map<String, List<String>> KEYS = Map.of(
            "api", names(HubConfig.Key.values()),
            "query", names(HubConfig.Key.values()),
            "setup", names(HubConfig.Key.values()),
            "upkeep", names(HubConfig.Key.values()),
            "dispatcher", names(HubConfig.Key.values()),
            "scan-steps", names(HubConfig.Key.values()),
            "scan-worker", names(HubConfig.Key.values()),
            "broker", names(BrokerConfig.Key.values()));

    private final Manifest manifest = Manifest.shipped();

    @Test
    void keepsItsSchema() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FUNCTIONS.resolve("functions.schema.json")));

        assertThat(schema.validate(Manifest.document().toString(), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate("{\"functions\": [{\"name\": \"API\"}]}", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void eachHandlerIsAClassThatLambdaCanMake() {
        assertThat(manifest.functions()).allSatisfy(function -> {
            Class<?> handler = Class.forName(function.code().handler());
            assertThat(handler.getConstructor()).isNotNull();
            assertThat(RequestHandler.class.isAssignableFrom(handler)
                            || RequestStreamHandler.class.isAssignableFrom(handler))
                    .isTrue();
        });
    }

    @Test
    void eachFunctionsEnvironmentIsWhatItsConfigurationReads() {
        assertThat(manifest.functions())
                .allSatisfy(function -> assertThat(function.needs().environment())
                        .containsExactlyInAnyOrderElementsOf(KEYS.get(function.name())));
    }

    @Test
    void eachPermissionIsUsed() {
        assertThat(manifest.functions())
                .flatExtracting(function -> function.needs().permissions())
                .contains(Permission.values());
    }

    @Test
    void oneFunctionIsAskedForTheWholeInventoryAndForNothingElse() {
        assertThat(manifest.answeredBy(function("query")))
                .extracting(Operation::id)
                .containsExactlyInAnyOrderElementsOf(InventoryHub.OF_THE_WHOLE);
        assertThat(manifest.answeredBy(function("api")))
                .extracting(Operation::id)
                .doesNotContainAnyElementsOf(InventoryHub.OF_THE_WHOLE);
    }

    /** The library is the only one, beside the classes that look for it there, and of the processor that functions run on. */
    @Test
    void oneFunctionCarriesTheEngineOfLambdasProcessors() throws IOException {
        String library = "lib/libduckdb_java.so_linux_arm64";
        for (FunctionEntry function : manifest.functions()) {
            try (var zip = new ZipFile(Synthesized.zip(function).toFile())) {
                List<String> engine = zip.stream()
                        .map(Object::toString)
                        .filter(name -> name.contains("duckdb"))
                        .toList();
                if (function.name().equals("query")) {
                    assertThat(engine).hasSize(2).contains(library).anyMatch(name -> name.endsWith("-nolib.jar"));
                    byte[] head = zip.getInputStream(zip.getEntry(library)).readNBytes(20);
                    assertThat(head[18]).as("the ELF header's machine").isEqualTo((byte) 183); // AArch64
                } else {
                    assertThat(engine).isEmpty();
                }
            }
        }
    }

    @Test
    void eachFunctionIsDeployedWithItsClosureAndLittleElse() {
        assertThat(manifest.functions()).allSatisfy(function -> {
            Path zip = Synthesized.zip(function);
            assertThat(Files.size(zip)).isLessThan(function.name().equals("query") ? 45_000_000 : 25_000_000);
            try (var entries = new ZipFile(zip.toFile())) {
                List<String> names = entries.stream().map(Object::toString).toList();
                assertThat(names).contains(function.code().handler().replace('.', '/') + ".class");
                assertThat(names).noneMatch(name -> name.matches("lib/(netty|url-connection|junit|kms-|sqlite).*"));
            }
        });
    }

    private FunctionEntry function(String name) {
        return manifest.functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Enum<?>[] keys) {
        return Arrays.stream(keys).map(Enum::name).toList();
    }
}
