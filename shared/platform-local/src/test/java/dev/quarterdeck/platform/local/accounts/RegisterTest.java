package dev.quarterdeck.platform.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Console;
import dev.quarterdeck.accounts.Description;
import dev.quarterdeck.accounts.Environment;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.History;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Placement;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Register.Deed;
import dev.quarterdeck.accounts.Revision;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts on a real table: one owner each, every change on record, every query answered by key. */
class RegisterTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final AccountId PROD = new AccountId("111122223333");
    private static final Attribution TESTER = Attribution.hub("test");

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(NOW);
    private SqliteTable table;
    private Accounts accounts;
    private AuditLog audit;
    private Register register;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        accounts = new Accounts(table);
        audit = new AuditLog(table, clock);
        register = new Register(accounts, audit, clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    @Tag("A04")
    @DisplayName("A04: a hundred at once claim one account; exactly one gets it")
    void givesAnAccountToOneOwner() throws InterruptedException {
        List<Callable<Boolean>> claims = IntStream.range(0, 100)
                .<Callable<Boolean>>mapToObj(n -> () -> {
                    try {
                        register.add(account(PROD, "claim " + n), Deed.of("account:connect", TESTER));
                        return true;
                    } catch (FailureException e) {
                        assertThat(e.failure()).isInstanceOf(Failure.Conflict.class);
                        return false;
                    }
                })
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(claims).stream().filter(RegisterTest::won))
                    .hasSize(1);
        }
        assertThat(accounts.every(new AccountFilter.All())).hasSize(1);
        assertThat(audit.day(LocalDate.parse("2026-11-23"), Optional.empty()).rows())
                .hasSize(1);
    }

    private static boolean won(Future<Boolean> claim) {
        try {
            return claim.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusesANameThatIsTaken() {
        add(PROD, "tidewater-prod");

        assertThatThrownBy(() -> add(new AccountId("444455556666"), "Tidewater-PROD"))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure())
                                .isEqualTo(new Failure.Conflict(
                                        "another account is called 'Tidewater-PROD': choose another name")));
        assertThat(accounts.find(new AccountId("444455556666"))).isEmpty();
    }

    @Test
    void freesANameThatIsGivenUp() {
        add(PROD, "before");
        rename(PROD, "after");

        add(new AccountId("444455556666"), "before");

        assertThat(accounts.named("AFTER").map(Account::id)).contains(PROD);
        assertThat(accounts.named("before").map(Account::id)).contains(new AccountId("444455556666"));
    }

    @Test
    void changesOnlyTheVersionThatWasRead() {
        add(PROD, "tidewater-prod");
        rename(PROD, "tidewater-production");

        assertThatThrownBy(() -> register.change(
                        PROD, OptionalLong.of(1), Deed.of("account:update", TESTER), account -> account))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure()).isEqualTo(new Failure.Stale("account", PROD.value())));
        assertThat(register.find(PROD).revision().version()).isEqualTo(2);
    }

    @Test
    void losesNoChangeOfMany() throws InterruptedException {
        add(PROD, "counted");
        List<Callable<Boolean>> changes = IntStream.range(0, 16)
                .<Callable<Boolean>>mapToObj(n -> () -> {
                    register.change(
                            PROD,
                            OptionalLong.empty(),
                            Deed.of("account:update", TESTER),
                            account -> tagged(account, "t" + n));
                    return true;
                })
                .toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            assertThat(threads.invokeAll(changes).stream().filter(RegisterTest::won))
                    .hasSize(16);
        }
        assertThat(register.find(PROD).description().tags()).hasSize(16);
        assertThat(register.find(PROD).revision().version()).isEqualTo(17);
    }

    @Test
    void tellsEachChangeFieldByField() {
        add(PROD, "before");
        clock.advance(Duration.ofMinutes(1));
        rename(PROD, "after");

        var change = new History(table).changes(PROD, Optional.empty()).rows().getFirst();

        Fields fields = Fields.of(change.data());
        assertThat(fields.text("by")).isEqualTo("hub");
        assertThat(fields.text("action")).isEqualTo("account:update");
        assertThat(fields.instant("at")).isEqualTo(NOW.plusSeconds(60));
        assertThat(Json.of(fields.objects("fields").stream().map(Fields::json).toList())
                        .canonical())
                .isEqualTo("[{\"after\":\"after\",\"before\":\"before\",\"path\":\"/name\"}]");
    }

    @Test
    void findsAccountsByWhatTheyAre() {
        var prod =
                register.add(described(PROD, "tidewater-prod", "production", "platform", Map.of("tier", "1")), deed());
        var shop = register.add(
                described(new AccountId("444455556666"), "shop", "staging", "shop", Map.of("tier", "1", "a", "b")),
                deed());

        assertThat(found(new AccountFilter.All())).containsExactly(shop.id(), prod.id());
        assertThat(found(new AccountFilter.In(new Environment("staging")))).containsExactly(shop.id());
        assertThat(found(new AccountFilter.OfTeam("platform"))).containsExactly(prod.id());
        assertThat(found(new AccountFilter.Tagged("tier", "1"))).containsExactlyInAnyOrder(shop.id(), prod.id());
        assertThat(found(new AccountFilter.Tagged("a", "b"))).containsExactly(shop.id());
        assertThat(found(new AccountFilter.WithStatus(Status.PENDING))).hasSize(2);

        register.change(
                shop.id(),
                OptionalLong.empty(),
                deed(),
                account -> account.with(account.standing().with(Status.PAUSED)).with(Description.named("shop")));

        assertThat(found(new AccountFilter.WithStatus(Status.PAUSED))).containsExactly(shop.id());
        assertThat(found(new AccountFilter.In(new Environment("staging")))).isEmpty();
        assertThat(found(new AccountFilter.Tagged("tier", "1"))).containsExactly(prod.id());
        assertThat(found(new AccountFilter.OfTeam("shop"))).isEmpty();
    }

    @Test
    void forgetsAnAccountWithAllByWhichItWasFound() {
        var prod =
                register.add(described(PROD, "tidewater-prod", "production", "platform", Map.of("tier", "1")), deed());

        register.remove(prod, deed());

        assertThat(accounts.find(PROD)).isEmpty();
        assertThat(accounts.named("tidewater-prod")).isEmpty();
        assertThat(found(new AccountFilter.Tagged("tier", "1"))).isEmpty();
        assertThat(found(new AccountFilter.All())).isEmpty();
    }

    private List<AccountId> found(AccountFilter filter) {
        return accounts.every(filter).map(Account::id).toList();
    }

    private static Deed deed() {
        return Deed.of("account:update", TESTER);
    }

    private void add(AccountId id, String name) {
        register.add(account(id, name), Deed.of("account:connect", TESTER));
    }

    private void rename(AccountId id, String name) {
        register.change(
                id,
                OptionalLong.empty(),
                Deed.of("account:update", TESTER),
                account -> account.with(Description.named(name)));
    }

    private static Account tagged(Account account, String tag) {
        var tags = new TreeMap<>(account.description().tags());
        tags.put(tag, "");
        return account.with(described(account, tags));
    }

    private static Description described(Account account, SortedMap<String, String> tags) {
        return new Description(
                account.description().name(),
                Optional.empty(),
                Environment.PRODUCTION,
                Optional.empty(),
                tags,
                Console.NONE);
    }

    private static Account described(
            AccountId id, String name, String environment, String team, Map<String, String> tags) {
        return account(id, name)
                .with(new Description(
                        name,
                        Optional.empty(),
                        new Environment(environment),
                        Optional.of(team),
                        new TreeMap<>(tags),
                        Console.NONE));
    }

    private static Account account(AccountId id, String name) {
        return new Account(
                id,
                Description.named(name),
                Placement.in(Partition.AWS),
                Connection.ByRole.reading(
                        RoleArn.of(Partition.AWS, id, "quarterdeck-read"),
                        new ExternalId("abcdefghijklmnopqrstuvwxyz234567")),
                Standing.fresh(NOW),
                Revision.first(NOW));
    }
}
