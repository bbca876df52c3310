package dev.quarterdeck.catalog.boto3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HandlersTest {
    private final List<Handler> listed = listed();

    /** One of botocore's built-in handlers: where we do the same, or why we need not. */
    private record Handler(String event, String name, String implemented, String waived) {}

    @Test
    void everyHandlerOfACataloguedOperationIsImplementedOrWaived() {
        TreeSet<String> botocore = new TreeSet<>();
        Boto3.says(
                line -> botocore.add(
                        line.get("event").asText() + " " + line.get("handler").asText()),
                "handlers");

        assertThat(listed).extracting(it -> it.event() + " " + it.name()).containsExactlyInAnyOrderElementsOf(botocore);
    }

    @Test
    void eachSaysEitherWhereItIsOrWhyNot() {
        assertThat(listed)
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.implemented().isBlank())
                        .as(it.toString())
                        .isNotEqualTo(it.waived().isBlank()));
    }

    @Test
    void theClassesThatImplementThemExist() {
        assertThat(listed)
                .extracting(Handler::implemented)
                .filteredOn(it -> !it.isBlank())
                .isNotEmpty()
                .allSatisfy(it -> assertThatCode(() -> Class.forName("dev.quarterdeck." + it))
                        .doesNotThrowAnyException());
    }

    private static List<Handler> listed() {
        try {
            JsonNode root = new YAMLMapper().readTree(Path.of("handlers.yaml").toFile());
            return root.valueStream()
                    .map(it -> new Handler(
                            it.path("event").asText(),
                            it.path("handler").asText(),
                            it.path("implemented").asText(),
                            it.path("waived").asText()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
