package dev.quarterdeck.platform.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection.ByKeys;
import dev.quarterdeck.accounts.Description;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Placement;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Register.Deed;
import dev.quarterdeck.accounts.Revision;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.connect.KeySecrets;
import dev.quarterdeck.accounts.rotation.KeyRotation;
import dev.quarterdeck.accounts.rotation.Rotated;
import dev.quarterdeck.accounts.rotation.Stages;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An access key is changed for a new one, whatever happens meanwhile. */
class KeyRotationTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Attribution TESTER = Attribution.hub("test");
    private static final AccountId ID = new AccountId("111122223333");

    @TempDir
    private Path folder;

    private final Fuse fuse = new Fuse();
    private SqliteTable table;
    private Vault vault;
    private StubIam iam;
    private Register register;
    private KeyRotation rotation;
    private int hubs;

    @BeforeEach
    void open() {
        start();
    }

    private void start() {
        table = SqliteTable.open(folder.resolve("hub-%d.db".formatted(hubs)), CLOCK);
        vault = VaultFile.open(folder.resolve("vault-" + hubs), folder.resolve("vault.key"), CLOCK);
        hubs++;
        iam = new StubIam(ID, vault, fuse);
        var fragile = fuse.on(table);
        register = new Register(new Accounts(fragile), new AuditLog(fragile, CLOCK), CLOCK);
        rotation = new KeyRotation(register, new Stages(fragile), new KeyRotation.Keys(iam, fuse.on(vault), iam));
        ByKeys first = iam.plant();
        vault.put(KeySecrets.name(ID, first), Secret.of(iam.secretOf(first)));
        register.add(
                new Account(
                        ID,
                        Description.named("by keys"),
                        Placement.in(Partition.AWS),
                        first,
                        Standing.fresh(NOW),
                        Revision.first(NOW)),
                Deed.of("account:connect", TESTER));
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void leavesOneKeyThatIsNew() {
        ByKeys old = current();

        assertThat(rotation.rotate(ID, TESTER)).isInstanceOf(Rotated.Done.class);

        assertThat(current()).isNotEqualTo(old);
        assertThat(iam.ids()).containsExactly(current().accessKeyId());
        assertThat(vault.read(KeySecrets.name(ID, old))).isEmpty();
        assertThat(works()).isTrue();
    }

    @Test
    void waitsUntilAwsKnowsTheNewKey() {
        ByKeys old = current();
        iam.hideNewKeys(true);

        assertThat(rotation.rotate(ID, TESTER)).isInstanceOf(Rotated.Waiting.class);
        assertThat(rotation.rotate(ID, TESTER)).isInstanceOf(Rotated.Waiting.class);
        assertThat(current()).isEqualTo(old);
        assertThat(iam.ids()).hasSize(2);

        iam.hideNewKeys(false);
        assertThat(rotation.rotate(ID, TESTER)).isInstanceOf(Rotated.Done.class);
        assertThat(iam.ids()).containsExactly(current().accessKeyId());
    }

    @Test
    void touchesNothingWhereTwoKeysAreInUse() {
        ByKeys old = current();
        ByKeys somebodys = iam.plant();

        assertThat(rotation.rotate(ID, TESTER))
                .isEqualTo(new Rotated.Waiting(
                        "one of the two keys that the user of key %s has to be deleted: the one that nobody uses"
                                .formatted(old.accessKeyId())));
        assertThat(iam.ids()).containsExactlyInAnyOrder(old.accessKeyId(), somebodys.accessKeyId());
        assertThat(current()).isEqualTo(old);
    }

    @Test
    @Tag("D22")
    @DisplayName("D22: a crash before or after any step leaves a key that works, and the next run finishes")
    void survivesACrashAtEveryStep() {
        int crashes = 0;
        for (int step = 0; ; step++) {
            table.close();
            start();
            fuse.burnAfter(step);
            if (!crashed()) {
                break;
            }
            crashes++;
            fuse.never();

            assertThat(works()).as("the key after a crash at step %d", step).isTrue();
            assertThat(rotation.rotate(ID, TESTER)).isInstanceOf(Rotated.Done.class);
            assertThat(works()).isTrue();
            assertThat(iam.ids()).as("keys after step %d", step).hasSize(1);
        }
        // Before and after: list, intention, list, make, keep, stage, switch, disable, delete, forget, end.
        assertThat(crashes).isGreaterThanOrEqualTo(20);
    }

    private boolean crashed() {
        try {
            rotation.rotate(ID, TESTER);
            return false;
        } catch (Fuse.Crash _) {
            return true;
        }
    }

    private ByKeys current() {
        return (ByKeys) register.find(ID).connection();
    }

    /** The key that the account is connected by is good, and its secret is where the hub looks for it. */
    private boolean works() {
        ByKeys key = current();
        return iam.isGood(key)
                && vault.read(KeySecrets.name(ID, key))
                        .filter(secret -> secret.reveal().equals(iam.secretOf(key)))
                        .isPresent();
    }
}
