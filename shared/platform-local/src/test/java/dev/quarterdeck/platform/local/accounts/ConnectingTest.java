package dev.quarterdeck.platform.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Description;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.connect.Connecting;
import dev.quarterdeck.accounts.connect.KeySecrets;
import dev.quarterdeck.accounts.connect.Link;
import dev.quarterdeck.accounts.connect.NewAccount;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.journey.ShutAws;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account that is entered by a key has its secret in the vault, whatever broke off while it was connected. */
class ConnectingTest {
    private static final Attribution TESTER = Attribution.hub("test");
    private static final AccountId ONE = new AccountId("111122223333");
    private static final Connection.ByKeys KEY = new Connection.ByKeys("AKIAIOSFODNN7EXAMPLE");

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final Fuse fuse = new Fuse();

    @TempDir
    private Path folder;

    private SqliteTable table;
    private Vault vault;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        vault = VaultFile.open(folder.resolve("vault.json"), folder.resolve("vault.key"), clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void keepsTheSecretWhereTheWriteWasDoneAndItsAnswerLost() {
        fuse.burnAfter(1);
        assertThatThrownBy(() -> connecting(fuse.on(table)).connect(keyed(ONE, "one"), TESTER))
                .isInstanceOf(Fuse.Crash.class);

        assertThat(new Accounts(table).find(ONE)).isPresent();
        assertThat(secret(ONE)).contains("secret of one");
    }

    @Test
    void connectsWhatACrashLeftWithASecretAndNoAccount() {
        fuse.burnAfter(0);
        assertThatThrownBy(() -> connecting(fuse.on(table)).connect(keyed(ONE, "one"), TESTER))
                .isInstanceOf(Fuse.Crash.class);
        assertThat(new Accounts(table).find(ONE)).isEmpty();

        connecting(table).connect(keyed(ONE, "again"), TESTER);

        assertThat(new Accounts(table).find(ONE)).isPresent();
        assertThat(secret(ONE)).contains("secret of again");
    }

    @Test
    void forgetsTheSecretOfWhatWasRefusedAndNoOther() {
        connecting(table).connect(keyed(ONE, "one"), TESTER);
        var two = new AccountId("444455556666");

        assertThatThrownBy(() -> connecting(table).connect(keyed(two, "one"), TESTER))
                .isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> connecting(table).connect(keyed(ONE, "other"), TESTER))
                .isInstanceOf(FailureException.class);

        assertThat(secret(two)).isEmpty();
        assertThat(secret(ONE)).contains("secret of one");
    }

    private Optional<String> secret(AccountId id) {
        return vault.read(KeySecrets.name(id, KEY)).map(Secret::reveal);
    }

    private static NewAccount keyed(AccountId id, String name) {
        var link = new Link.ByKeys(KEY, Secret.of("secret of " + name));
        return new NewAccount(id, Partition.AWS, Description.named(name), link);
    }

    private Connecting connecting(Table on) {
        var register = new Register(new Accounts(on), new AuditLog(on, clock), clock);
        return new Connecting(register, vault, new ShutAws(), clock);
    }
}
