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
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.connect.KeySecrets;
import dev.quarterdeck.accounts.rotation.DueRotations;
import dev.quarterdeck.accounts.rotation.ExternalIdRotation;
import dev.quarterdeck.accounts.rotation.KeyRotation;
import dev.quarterdeck.accounts.rotation.Rotating;
import dev.quarterdeck.accounts.rotation.RotationLog;
import dev.quarterdeck.accounts.rotation.RotationPlan;
import dev.quarterdeck.accounts.rotation.RotationPlans;
import dev.quarterdeck.accounts.rotation.Stages;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are changed when their time has come, and what came of it is kept. */
class DueRotationsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final Attribution TESTER = Attribution.hub("test");
    private static final AccountId ID = new AccountId("111122223333");

    private final TestClock clock = new TestClock(NOW);

    @TempDir
    private Path folder;

    private SqliteTable table;
    private StubIam iam;
    private Accounts accounts;
    private RotationLog log;
    private RotationPlans plans;
    private DueRotations due;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        var vault = VaultFile.open(folder.resolve("vault"), folder.resolve("vault.key"), clock);
        iam = new StubIam(ID, vault, new Fuse());
        accounts = new Accounts(table);
        var audit = new AuditLog(table, clock);
        var register = new Register(accounts, audit, clock);
        log = new RotationLog(table, clock);
        plans = new RotationPlans(table, audit, log);
        var keys = new KeyRotation(register, new Stages(table), new KeyRotation.Keys(iam, vault, iam));
        var rotating = new Rotating(register, new ExternalIdRotation(register, iam), keys, log);
        due = new DueRotations(accounts, plans, rotating, clock);
        ByKeys first = iam.plant();
        vault.put(KeySecrets.name(ID, first), Secret.of(iam.secretOf(first)));
        register.add(
                new Account(
                        ID,
                        Description.named("by keys"),
                        Placement.in(Partition.AWS),
                        first,
                        Standing.fresh(NOW).with(Status.ACTIVE),
                        Revision.first(NOW)),
                Deed.of("account:connect", TESTER));
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void changesAKeyThatIsThirtyDaysOldAndThenWaitsAsLong() {
        ByKeys old = key();
        clock.advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(due.rotate(TESTER)).isEmpty();
        clock.advance(Duration.ofSeconds(1));

        assertThat(due.rotate(TESTER)).containsExactly(ID);

        assertThat(key()).isNotEqualTo(old);
        assertThat(due.rotate(TESTER)).isEmpty();
        assertThat(plan())
                .isEqualTo(
                        new RotationPlan(Optional.of(Duration.ofDays(30)), Optional.of(NOW.plus(Duration.ofDays(60)))));
        assertThat(history()).containsExactly("done " + key().accessKeyId());
    }

    @Test
    void heedsWhatPeopleSaidInstead() {
        plans.set(ID, Optional.of(7L), TESTER);
        assertThat(plan().next()).contains(NOW.plus(Duration.ofDays(7)));

        plans.set(ID, Optional.empty(), TESTER);
        clock.advance(Duration.ofDays(365));

        assertThat(due.rotate(TESTER)).isEmpty();
        assertThat(plan()).isEqualTo(RotationPlan.NONE);
    }

    @Test
    void goesOnWithWhatWasBegunAndTellsAWaitOnce() {
        clock.advance(Duration.ofDays(30));
        iam.hideNewKeys(true);
        due.rotate(TESTER);
        clock.advance(Duration.ofHours(1));
        due.rotate(TESTER);
        clock.advance(Duration.ofHours(1));
        assertThat(history()).singleElement().asString().startsWith("waiting the new key to work");

        iam.hideNewKeys(false);
        assertThat(due.rotate(TESTER)).containsExactly(ID);
        assertThat(history()).hasSize(2).first().isEqualTo("done " + key().accessKeyId());
        assertThat(due.rotate(TESTER)).isEmpty();
    }

    private RotationPlan plan() {
        return plans.of(accounts.find(ID).orElseThrow());
    }

    private ByKeys key() {
        return (ByKeys) accounts.find(ID).orElseThrow().connection();
    }

    private List<String> history() {
        return log.of(ID, Optional.empty()).rows().stream()
                .map(row -> Fields.of(row.data()))
                .map(one -> one.text("state") + " "
                        + one.maybeText("in_use")
                                .or(() -> one.maybeText("waits_for"))
                                .orElseThrow())
                .toList();
    }
}
