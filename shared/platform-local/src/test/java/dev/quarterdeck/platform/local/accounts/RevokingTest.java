package dev.quarterdeck.platform.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Description;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Placement;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Register.Deed;
import dev.quarterdeck.accounts.Revision;
import dev.quarterdeck.accounts.Revocations;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.Stop;
import dev.quarterdeck.accounts.connect.Deleting;
import dev.quarterdeck.accounts.rotation.EndedSessions;
import dev.quarterdeck.accounts.rotation.OwnRevocation;
import dev.quarterdeck.accounts.rotation.Revoking;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.governance.KillSwitches;
import dev.quarterdeck.governance.Leave;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.journey.ShutAws;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker reads before it opens a session, in an emergency and after it. */
class RevokingTest {
    private static final Attribution TESTER = Attribution.hub("test");
    private static final AccountId ONE = new AccountId("111122223333");
    private static final AccountId TWO = new AccountId("444455556666");
    private static final AccountId THREE = new AccountId("777788889999");

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final Fuse fuse = new Fuse();
    private SqliteTable table;
    private Revocations revocations;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        revocations = new Revocations(table);
        add(ONE);
        add(TWO);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void closesOneAccountInTheTransactionThatPausesItAndOpensItInTheOneThatRestoresIt() {
        revoking(table).revoke(ONE, TESTER);

        assertThat(revocations.of(ONE)).get().satisfies(closed -> {
            assertThat(closed.since()).isEqualTo(clock.instant());
            assertThat(closed.why()).isEqualTo("ended in an emergency, until somebody restores it");
        });
        assertThat(revocations.of(TWO)).isEmpty();

        assertThat(revoking(table).lift(ONE, TESTER).standing().status()).isEqualTo(Status.PENDING);
        assertThat(revocations.of(ONE)).isEmpty();
    }

    @Test
    void doesNotWaitForAwsToPutAKeyOutOfUse() {
        add(THREE, new Connection.ByKeys("AKIAIOSFODNN7EXAMPLE"));

        assertThat(revoking(table).revoke(THREE, TESTER).left())
                .contains("key AKIAIOSFODNN7EXAMPLE could not be disabled (not authorized): its owner must do it");
        assertThat(revocations.of(THREE)).isPresent();
        assertThat(new Accounts(table).find(THREE).orElseThrow().standing().status())
                .isEqualTo(Status.PAUSED);
    }

    @Test
    void closesAllAndLeavesEachToBeRestoredByItself() {
        assertThat(revoking(table).revokeAll(TESTER))
                .extracting(Revoking.Revoked::account)
                .containsExactlyInAnyOrder(ONE, TWO);

        revoking(table).lift(ONE, TESTER);
        assertThat(revocations.of(ONE)).isEmpty();
        assertThat(revocations.of(TWO)).isPresent();
        assertThat(revocations.of(THREE)).isEmpty();
    }

    @Test
    void hasClosedAllByItsFirstWriteAndIsFinishedByWhoeverTriesAgain() {
        fuse.burnAfter(1); // right after the first write
        assertThatThrownBy(() -> revoking(fuse.on(table)).revokeAll(TESTER)).isInstanceOf(Fuse.Crash.class);
        assertThat(List.of(ONE, TWO, THREE))
                .allSatisfy(id -> assertThat(revocations.of(id)).isPresent());

        revoking(table).revokeAll(TESTER);
        assertThat(List.of(ONE, TWO))
                .allSatisfy(id -> assertThat(revocations.of(id)).isPresent());
        assertThat(revocations.of(THREE)).isEmpty();
    }

    @Test
    void closesWhatIsBeingDeletedTooAndLeavesItPausedIfItIsCalledBack() {
        var deleting = deleting();
        deleting.delete(ONE, OptionalLong.empty(), "account " + ONE, TESTER);
        deleting.delete(TWO, OptionalLong.empty(), "account " + TWO, TESTER);

        revoking(table).revokeAll(TESTER);
        revoking(table).revoke(TWO, TESTER);

        for (AccountId id : List.of(ONE, TWO)) {
            assertThat(revocations.of(id)).isPresent();
            assertThat(status(id)).isEqualTo(Status.DELETING);
            assertThat(deleting.undo(id, TESTER).standing().status()).isEqualTo(Status.PAUSED);
            revoking(table).lift(id, TESTER);
            assertThat(revocations.of(id)).isEmpty();
        }
    }

    @Test
    void isForgottenWithTheAccountSoThatItCanBeConnectedAnew() {
        revoking(table).revoke(ONE, TESTER);
        var deleting = deleting();
        assertThat(deleting.impact(ONE).goes()).isEqualTo(Map.of("revocations", 1L));
        deleting.delete(ONE, OptionalLong.empty(), "account " + ONE, TESTER);
        clock.advance(Duration.ofHours(24));

        assertThat(deleting.sweep(TESTER)).containsExactly(ONE);

        assertThat(revocations.of(ONE)).isEmpty();
        assertThat(mayActNow(ONE)).isEqualTo(Leave.Given.VALUE);
    }

    @Test
    void stopsAgentsInTheWriteThatClosesAndLetsThemGoOnWithTheOneThatRestores() {
        assertThat(mayActNow(ONE)).isEqualTo(Leave.Given.VALUE);
        revoking(table).revoke(ONE, TESTER);

        var stop = new Stop(Optional.of(ONE), clock.instant(), "ended in an emergency, until somebody restores it");
        assertThat(mayActNow(ONE)).isEqualTo(new Leave.Withheld(stop));
        assertThat(mayActNow(TWO)).isEqualTo(Leave.Given.VALUE);
        assertThat(switches().everywhere()).isEmpty();

        revoking(table).lift(ONE, TESTER);
        assertThat(mayActNow(ONE)).isEqualTo(Leave.Given.VALUE);
    }

    @Test
    void stopsAgentsEverywhereByItsFirstWriteUntilSomebodyLetsThemGoOn() {
        fuse.burnAfter(1); // right after the first write
        assertThatThrownBy(() -> revoking(fuse.on(table)).revokeAll(TESTER)).isInstanceOf(Fuse.Crash.class);
        assertThat(mayActNow(THREE)).isInstanceOf(Leave.Withheld.class);

        revoking(table).revokeAll(TESTER);
        revoking(table).lift(ONE, TESTER);
        assertThat(revocations.of(ONE)).isEmpty();
        assertThat(mayActNow(ONE)).as("restoring one lets nothing go on").isInstanceOf(Leave.Withheld.class);

        switches().liftEverywhere(TESTER);
        assertThat(mayActNow(ONE)).isEqualTo(Leave.Given.VALUE);
        assertThat(mayActNow(TWO)).as("it is revoked").isInstanceOf(Leave.Withheld.class);
        assertThatThrownBy(() -> switches().liftEverywhere(TESTER)).isInstanceOf(FailureException.class);
    }

    @Test
    void givesNoLeaveWhereTheStoreDoesNotAnswer() {
        table.close();

        assertThatThrownBy(() -> mayActNow(ONE)).isInstanceOf(RuntimeException.class);
    }

    private Leave mayActNow(AccountId id) {
        return switches().mayActNow(in(id));
    }

    private static Target.InAccount in(AccountId id) {
        return new Target.InAccount(id.value(), List.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    private KillSwitches switches() {
        return new KillSwitches(table, new AuditLog(table, clock));
    }

    private Status status(AccountId id) {
        return new Accounts(table).find(id).orElseThrow().standing().status();
    }

    private Deleting deleting() {
        var accounts = new Accounts(table);
        return new Deleting(
                new Register(accounts, new AuditLog(table, clock), clock),
                accounts,
                Set.of(new OwnRevocation(table, switches())),
                clock);
    }

    private void add(AccountId id) {
        add(
                id,
                Connection.ByRole.reading(
                        RoleArn.of(Partition.AWS, id, "quarterdeck-read"),
                        new ExternalId("abcdefghijklmnopqrstuvwxyz234567")));
    }

    private void add(AccountId id, Connection connection) {
        Instant now = clock.instant();
        var account = new Account(
                id,
                Description.named("account " + id),
                Placement.in(Partition.AWS),
                connection,
                Standing.fresh(now),
                Revision.first(now));
        new Register(new Accounts(table), new AuditLog(table, clock), clock)
                .add(account, Deed.of("account:connect", TESTER));
    }

    private Revoking revoking(Table table) {
        var audit = new AuditLog(table, clock);
        var accounts = new Accounts(table);
        var shut = new ShutAws();
        var agents = new KillSwitches(table, audit);
        var means = new Revoking.Means(shut, new EndedSessions(table, shut, clock), agents, audit);
        return new Revoking(new Register(accounts, audit, clock), accounts, means, clock);
    }
}
