package dev.quarterdeck.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.model.ModelIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogCompilerTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

    @TempDir
    private Path folder;

    private SampleCatalog catalog;

    @BeforeEach
    void compile() throws IOException {
        catalog = SampleCatalog.in(folder).with("/good/shop.yaml");
        assertThat(catalog.compiler().compile()).isEmpty();
    }

    @Test
    void writesTheModels() throws IOException {
        var models = ModelIndex.of(Files.readAllBytes(catalog.target().resolve("catalog.idx")));

        assertThat(models.service("shop").operations()).contains("ListOrders", "GetOrder");
    }

    @Test
    void tellsWhichModelsTheTypesWereCheckedAgainst() throws IOException {
        assertThat(types()).contains("\"botocore\":\"0.0.0\"");
    }

    @Test
    void tellsTheNamesThatConfigMayHave() throws IOException {
        var names = (Json.Obj) Json.parse(Files.readString(catalog.target().resolve("config-names.json")));

        assertThat(names.members()).containsKeys("Clerk", "Total");
        assertThat(names.get("Clerk")).contains(Json.Obj.EMPTY);
    }

    @Test
    void fillsInEveryDefault() throws IOException {
        assertThat(types())
                .contains("\"aliases\":[\"shop:sales-order\",\"shop:purchase\"]")
                .contains("\"home\":\"regional\"")
                .contains("\"list\":{\"call\":\"ListOrders\",\"with\":{\"Open\":true,\"Skus\":[\"a\",\"b\"]},"
                        + "\"items\":\"Batches[].Orders[]\",\"carry\":[\"Clerk\"],\"service\":\"shop\","
                        + "\"pages\":\"botocore\",\"absentOn\":[],\"permissions\":[\"shop:ListOrders\"]}")
                .contains(
                        "\"take\":\"Total\",\"when\":\"Open\",\"maxAge\":\"24h\",\"permissions\":[\"shop:ReadTotals\"],"
                                + "\"service\":\"shop\",\"pages\":\"botocore\",\"carry\":[],\"absentOn\":[],\"into\":\"Total\","
                                + "\"paid\":false");
    }

    @Test
    void doesNothingWhenNothingChanged() throws IOException {
        Files.setLastModifiedTime(catalog.target().resolve("types.json"), LONG_AGO);

        assertThat(catalog.compiler().compile()).isEmpty();

        assertThat(Files.getLastModifiedTime(catalog.target().resolve("types.json")))
                .isEqualTo(LONG_AGO);
    }

    @Test
    void changesTheVersionWithTheTypes() throws IOException {
        String before = version();
        String types = Files.readString(catalog.root().resolve("resources/shop.yaml"));

        catalog.write("resources/shop.yaml", types.replace("title: Shelf", "title: Board"));
        assertThat(catalog.compiler().compile()).isEmpty();

        assertThat(version()).isNotEqualTo(before).matches("\\{\"version\":\"[0-9a-f]{16}\"");
    }

    @Test
    void givesEqualBytesForEqualFiles() throws IOException {
        String before = types();

        Files.delete(catalog.target().resolve("inputs.sha256"));
        assertThat(catalog.compiler().compile()).isEmpty();

        assertThat(types()).isEqualTo(before);
    }

    private String types() throws IOException {
        return Files.readString(catalog.target().resolve("types.json"));
    }

    private String version() throws IOException {
        return types().substring(0, types().indexOf(','));
    }
}
