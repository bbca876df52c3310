package dev.quarterdeck.platform.local.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultSealingTest {
    @TempDir
    private Path folder;

    @Test
    void opensWhereItWasSealedAndNowhereElse() {
        var sealing = VaultSealing.at(folder.resolve("vault.key"));
        String sealed = sealing.seal(new byte[] {1, 2, 3}, "local#ana/authenticator");

        assertThat(VaultSealing.at(folder.resolve("vault.key")).open(sealed, "local#ana/authenticator"))
                .containsExactly(1, 2, 3);
        assertThatThrownBy(() -> sealing.open(sealed, "local#eve/authenticator"))
                .hasMessageContaining("another place");
    }

    @Test
    void makesTheSamePepperFromTheSameKey() {
        var one = VaultSealing.at(folder.resolve("vault.key")).peppers().current();

        assertThat(VaultSealing.at(folder.resolve("vault.key")).peppers().current())
                .isEqualTo(one);
        assertThat(VaultSealing.at(folder.resolve("other.key")).peppers().current())
                .isNotEqualTo(one);
    }
}
