package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.platform.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path home;

    @Test
    void isMadeOnceAndForItsOwnerAlone() throws IOException {
        byte[] first = new KeyFile(new Home(home.resolve("new"))).read();
        byte[] second = new KeyFile(new Home(home.resolve("new"))).read();

        assertThat(first).hasSize(32).isEqualTo(second);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("new/redaction.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void isAnotherForEverybody() {
        assertThat(new KeyFile(new Home(home.resolve("a"))).read())
                .isNotEqualTo(new KeyFile(new Home(home.resolve("b"))).read());
    }

    @Test
    void isRefusedWhereOthersMayReadIt() throws IOException {
        var key = new KeyFile(new Home(home));
        byte[] _ = key.read();
        Files.setPosixFilePermissions(key.path(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(key::read)
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "the key file '%s' can be read by others (rw-r-----): run 'chmod 600 %s'",
                        key.path(), key.path());
    }

    @Test
    void isRefusedWhereItHoldsNoKey() throws IOException {
        var key = new KeyFile(new Home(home));
        byte[] _ = key.read();
        Files.writeString(key.path(), "secret\n");

        assertThatThrownBy(key::read)
                .isInstanceOf(Refusal.class)
                .hasMessage("the key file '%s' holds no key: delete it, and the next scan makes a new one", key.path());
    }
}
