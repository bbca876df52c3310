package dev.quarterdeck.edge.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.platform.local.vault.OwnFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTest {
    @TempDir
    private Path folder;

    @Test
    void isThereOnlyWithAVaultThatCanBeRead() {
        try (var hub = new SmallHub(folder)) {
            assertThat(hub.get("", "/readyz").status()).isEqualTo(200);

            new OwnFile(folder.resolve("vault.json")).write("{}".getBytes(StandardCharsets.UTF_8));

            assertThat(hub.get("", "/readyz")).satisfies(said -> {
                assertThat(said.status()).isEqualTo(503);
                assertThat(said.text()).contains("the file of the vault is damaged");
            });
            assertThat(hub.get("", "/healthz").status()).isEqualTo(200);
        }
    }
}
