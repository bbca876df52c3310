package dev.quarterdeck.infra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.cxapi.CloudAssembly;
import software.amazon.awscdk.cxapi.CloudFormationStackArtifact;

/** The whole hub, synthesised once for all tests of this module, with the functions as they were built. */
final class Synthesized {
    static final Path ROOT = Path.of(System.getProperty("quarterdeck.root"));
    static final Path FOLDER = ROOT.resolve("infra-cdk/target/cdk.out");
    private static final CloudAssembly ASSEMBLY = new Hub(AppProps.builder()
                    .outdir(FOLDER.toString())
                    .context(Map.of("functions", ROOT.resolve("functions").toString())))
            .synth();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Synthesized() {}

    /** What the CDK command line is given. */
    static Path folder() {
        return Path.of(ASSEMBLY.getDirectory());
    }

    static Path zip(FunctionEntry entry) {
        String module = entry.code().module();
        return ROOT.resolve("functions").resolve(module).resolve("target").resolve(module + ".zip");
    }

    static List<CloudFormationStackArtifact> stacks() {
        return ASSEMBLY.getStacks();
    }

    /** What cdk-nag looked at: one line a rule and resource. */
    static List<String> findings() {
        return stacks().stream()
                .map(stack -> folder().resolve("AwsSolutions-%s-NagReport.csv".formatted(stack.getId())))
                .flatMap(report -> {
                    try {
                        return Files.readAllLines(report).stream().skip(1);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** All resources of a type, in whichever stack. */
    static List<JsonNode> resources(String type) {
        return resources()
                .filter(resource -> resource.path("Type").asText().equals(type))
                .toList();
    }

    static Stream<JsonNode> resources() {
        return stacks().stream()
                .map(stack -> folder().resolve(stack.getTemplateFile()).toFile())
                .map(file -> {
                    try {
                        return JSON.readTree(file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .flatMap(template ->
                        StreamSupport.stream(template.path("Resources").spliterator(), false));
    }
}
