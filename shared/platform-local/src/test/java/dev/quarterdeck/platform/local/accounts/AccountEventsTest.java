package dev.quarterdeck.platform.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Description;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.Health;
import dev.quarterdeck.accounts.Membership;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Placement;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Register.Deed;
import dev.quarterdeck.accounts.Revision;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.connect.Deleting;
import dev.quarterdeck.accounts.proof.DailyLook;
import dev.quarterdeck.accounts.proof.LookAfterMove;
import dev.quarterdeck.accounts.proof.Onboarding;
import dev.quarterdeck.accounts.proof.Proofs;
import dev.quarterdeck.accounts.proof.Prover;
import dev.quarterdeck.accounts.rotation.EndedSessions;
import dev.quarterdeck.accounts.rotation.Revoking;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.governance.KillSwitches;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.events.Delivery;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.EventHandler;
import dev.quarterdeck.kernel.events.NewestOnly;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.journey.ShutAws;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to accounts is told with the change or not at all, and acted upon as if it were told once. */
class AccountEventsTest {
    private static final Attribution TESTER = Attribution.hub("test");
    private static final AccountId ONE = new AccountId("111122223333");
    private static final ShutAws SHUT = new ShutAws();

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));
    private final Fuse fuse = new Fuse();
    private final List<DomainEvent> told = new ArrayList<>();

    @TempDir
    private Path folder;

    private SqliteTable table;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void tellsTheWholeLifeOfAnAccount() {
        connect(table);
        change(account -> account.with(Description.named("anew")));
        change(account -> account.with(moved(account, "ou-ab12-cdefghij")));
        change(account -> account.with(account.standing().with(Status.LEFT)));
        change(account -> account.with(account.standing().with(Status.PENDING)));
        change(account -> account.with(ids("zyxwvutsrqponmlkjihgfedcba765432")));
        onboarding().prove(ONE, TESTER, _ -> {});
        var audit = new AuditLog(table, clock);
        var means =
                new Revoking.Means(SHUT, new EndedSessions(table, SHUT, clock), new KillSwitches(table, audit), audit);
        var revoking = new Revoking(register(table), new Accounts(table), means, clock);
        revoking.revoke(ONE, TESTER);
        revoking.lift(ONE, TESTER);
        var deleting = new Deleting(register(table), new Accounts(table), Set.of(), clock);
        deleting.delete(ONE, OptionalLong.empty(), "anew", TESTER);
        revoking.revoke(ONE, TESTER);
        deleting.undo(ONE, TESTER);
        deleting.delete(ONE, OptionalLong.empty(), "anew", TESTER);
        clock.advance(Duration.ofDays(1));
        deleting.sweep(TESTER);
        connect(table);

        assertThat(deliver())
                .extracting(DomainEvent::type)
                .containsExactlyInAnyOrder(
                        "account.connected",
                        "account.changed",
                        "account.moved",
                        "account.left",
                        "account.joined",
                        "account.rotated",
                        "account.refused",
                        "account.revoked",
                        "account.reopened",
                        "account.deleted",
                        "account.revoked",
                        "account.restored",
                        "account.deleted",
                        "account.removed",
                        "account.connected");
        assertThat(told).extracting(DomainEvent::id).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatOneActsOn() {
        connect(table);

        assertThat(deliver()).singleElement().satisfies(event -> {
            assertThat(event.version()).isEqualTo(1);
            assertThat(event.at()).isEqualTo(clock.instant());
            assertThat(event.data().text())
                    .isEqualTo(
                            "{\"account_id\":\"111122223333\",\"action\":\"account:connect\",\"status\":\"pending\",\"health\":\"unknown\"}");
        });
        assertThat(deliver()).as("nothing is told again").hasSize(1);
    }

    @Test
    void tellsNothingOfWhatDidNotHappen() {
        fuse.burnAfter(0);
        assertThatThrownBy(() -> connect(fuse.on(table))).isInstanceOf(Fuse.Crash.class);
        assertThat(deliver()).isEmpty();
        fuse.never();

        connect(table);
        assertThatThrownBy(() -> connect(table)).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> register(table)
                        .change(ONE, OptionalLong.of(7), Deed.of("account:update", TESTER), account -> account))
                .isInstanceOf(FailureException.class);

        assertThat(deliver()).extracting(DomainEvent::type).containsExactly("account.connected");
    }

    @Test
    void tellsWhatHappenedRightBeforeACrash() {
        fuse.burnAfter(1);
        assertThatThrownBy(() -> connect(fuse.on(table))).isInstanceOf(Fuse.Crash.class);

        assertThat(deliver()).extracting(DomainEvent::type).containsExactly("account.connected");
    }

    @Test
    void looksOnceAtWhatWasMovedHoweverOftenItIsTold() throws Exception {
        connect(table);
        change(account -> account.with(account.standing().with(Status.ACTIVE)));
        change(account -> account.with(moved(account, "ou-ab12-cdefghij")));
        var look = new DailyLook(new Accounts(table), new Proofs(table), SHUT, onboarding());
        var handler = new NewestOnly(new LookAfterMove(look), table);
        DomainEvent moved = deliver().stream()
                .filter(event -> handler.wants(event.type()))
                .findFirst()
                .orElseThrow();

        handler.handle(moved);
        assertThat(account().standing().health().state()).isEqualTo(Health.State.BROKEN);
        long version = account().revision().version();
        handler.handle(moved);

        assertThat(account().revision().version()).isEqualTo(version);
    }

    @Test
    void looksAtNothingThatIsClosedOrGone() throws Exception {
        connect(table);
        change(account -> account.with(moved(account, "ou-ab12-cdefghij")));
        var look = new DailyLook(new Accounts(table), new Proofs(table), SHUT, onboarding());
        DomainEvent moved = deliver().stream()
                .filter(event -> event.type().equals("account.moved"))
                .findFirst()
                .orElseThrow();

        new LookAfterMove(look).handle(moved);
        assertThat(account().revision().version()).isEqualTo(2);

        register(table).remove(account(), Deed.of("account:deleted", TESTER));
        new LookAfterMove(look).handle(moved);
        assertThat(new Accounts(table).every(new AccountFilter.All())).isEmpty();
    }

    /** All that was told so far, in whatever order it came. */
    private List<DomainEvent> deliver() {
        var collector = new EventHandler() {
            @Override
            public String name() {
                return "collector";
            }

            @Override
            public boolean wants(String type) {
                return true;
            }

            @Override
            public void handle(DomainEvent event) {
                told.add(event);
            }
        };
        new Delivery(table, List.of(collector), clock).sweep();
        return told;
    }

    private Onboarding onboarding() {
        return new Onboarding(register(table), new Accounts(table), new Prover(SHUT), clock);
    }

    private Account account() {
        return new Accounts(table).find(ONE).orElseThrow();
    }

    private void change(UnaryOperator<Account> change) {
        clock.advance(Duration.ofMinutes(1));
        register(table).change(ONE, OptionalLong.empty(), Deed.of("account:update", TESTER), change);
    }

    private static Placement moved(Account account, String unit) {
        return account.placement().in(new Membership("o-a1b2c3d4e5", unit, "o-a1b2c3d4e5/r-ab12/" + unit + "/", false));
    }

    private static Connection ids(String id) {
        return new Connection.ByRole(
                RoleArn.of(Partition.AWS, ONE, "quarterdeck-read"),
                ExternalIds.of(new ExternalId(id)),
                Duration.ofHours(1),
                new TreeMap<>(),
                Optional.empty());
    }

    private void connect(Table on) {
        Instant now = clock.instant();
        var account = new Account(
                ONE,
                Description.named("one"),
                Placement.in(Partition.AWS),
                ids("abcdefghijklmnopqrstuvwxyz234567"),
                Standing.fresh(now),
                Revision.first(now));
        register(on).add(account, Deed.of("account:connect", TESTER));
    }

    private Register register(Table on) {
        return new Register(new Accounts(on), new AuditLog(on, clock), clock);
    }
}
