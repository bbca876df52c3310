package dev.quarterdeck.platform.local.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.SecretName;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.testkit.vault.VaultContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultFileTest implements VaultContract {
    private static final String CANARY = "canary-6f1d-secret";
    private static final Secret<String> PASSPHRASE = Secret.of("correct horse battery staple");

    @TempDir
    private Path folder;

    private Path file;
    private Path key;
    private VaultFile vault;

    @BeforeEach
    void open() {
        file = folder.resolve("vault");
        key = folder.resolve("vault.key");
        vault = VaultFile.open(file, key, Clock.systemUTC());
    }

    @Override
    public Vault vault() {
        return vault;
    }

    @Test
    void isThereAfterARestart() {
        vault.put(NAME, Secret.of("kept"));

        assertThat(VaultFile.open(file, key, Clock.systemUTC()).read(NAME)).contains(Secret.of("kept"));
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        vault.put(NAME, Secret.of("kept"));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAKeyThatOthersCanRead() throws IOException {
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(() -> VaultFile.open(file, key, Clock.systemUTC()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("chmod 600");
    }

    @Test
    void holdsNoSecretInPlainText() throws IOException {
        vault.put(NAME, Secret.of(CANARY));

        assertThat(Files.readString(file)).doesNotContain(CANARY).doesNotContain("Y2FuYXJ5LTZmMWQ");
        assertThat(vault.read(NAME).orElseThrow()).hasToString("••••••");
    }

    @Test
    @Tag("F05")
    @DisplayName("F05: without its key the vault fails; it never answers in plain text or with nothing")
    void failsWithoutItsKey() throws IOException {
        vault.put(NAME, Secret.of(CANARY));
        Files.delete(key);

        var other = VaultFile.open(file, key, Clock.systemUTC());

        assertThatThrownBy(() -> other.read(NAME))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("another key")
                .message()
                .doesNotContain(CANARY);
    }

    @Test
    void opensNoEnvelopeInAnothersPlace() throws IOException {
        vault.put(NAME, Secret.of("mine"));
        var other = SecretName.of("accounts", "444455556666", "akiaexample");
        vault.put(other, Secret.of("theirs"));
        String text = Files.readString(file);

        Files.writeString(
                file,
                text.replace("111122223333", "x")
                        .replace("444455556666", "111122223333")
                        .replace("/x/", "/444455556666/"));

        assertThatThrownBy(() -> vault.read(NAME))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("altered");
    }

    @Test
    void noticesAFlippedBit() throws IOException {
        vault.put(NAME, Secret.of("mine"));
        String text = Files.readString(file);
        int at = text.indexOf("\"envelope\":\"") + 40;
        char other = text.charAt(at) == 'A' ? 'B' : 'A';

        Files.writeString(file, text.substring(0, at) + other + text.substring(at + 1));

        assertThatThrownBy(() -> vault.read(NAME)).isInstanceOf(FailureException.class);
    }

    @Test
    void refusesAFileThatIsNoVault() throws IOException {
        vault.put(NAME, Secret.of("mine"));
        Files.write(file, "{\"format\":\"else\"}".getBytes(UTF_8));

        assertThatThrownBy(() -> VaultFile.open(file, key, Clock.systemUTC()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void keepsTheLastTenVersions() {
        for (int i = 1; i <= 12; i++) {
            vault.put(NAME, Secret.of("value " + i));
        }

        assertThat(vault.versions(NAME)).hasSize(10);
        assertThat(vault.versions(NAME).getLast().version()).isEqualTo(new Vault.Version("3"));
    }

    @Test
    void movesToAnotherMachineByItsPassphrase() throws IOException {
        vault.put(NAME, Secret.of("moved"));
        String exported = VaultKey.export(key, PASSPHRASE);
        Path there = Files.createDirectory(folder.resolve("there"));

        Files.copy(file, there.resolve("vault"));
        VaultKey.restore(exported, PASSPHRASE, there.resolve("key"));

        assertThat(VaultFile.open(there.resolve("vault"), there.resolve("key"), Clock.systemUTC())
                        .read(NAME))
                .contains(Secret.of("moved"));
        assertThat(exported).doesNotContain(Files.readString(key));
    }

    @Test
    void staysWhereItIsForAWrongPassphrase() {
        String exported = VaultKey.export(key, PASSPHRASE);
        Path there = folder.resolve("stolen");

        assertThatThrownBy(() -> VaultKey.restore(exported, Secret.of("correct horse battery stable"), there))
                .isInstanceOf(FailureException.class);
        assertThat(there).doesNotExist();
    }
}
