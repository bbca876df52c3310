package dev.quarterdeck.platform.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.Membership;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Register.Deed;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.connect.Deleting;
import dev.quarterdeck.accounts.organization.Joining;
import dev.quarterdeck.accounts.organization.OrganizationView;
import dev.quarterdeck.accounts.organization.Organizations;
import dev.quarterdeck.accounts.organization.Picture;
import dev.quarterdeck.accounts.organization.Reconciling;
import dev.quarterdeck.accounts.organization.StackInstance;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.rotation.ExternalIdRotation;
import dev.quarterdeck.accounts.rotation.KeyRotation;
import dev.quarterdeck.accounts.rotation.Rotating;
import dev.quarterdeck.accounts.rotation.RotationLog;
import dev.quarterdeck.accounts.rotation.SeedRotation;
import dev.quarterdeck.accounts.rotation.Stages;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.journey.ShutAws;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accounts of an organization that nobody can enter while its seed is changed. */
class SeedRotationTest {
    private static final Attribution TESTER = Attribution.hub("test");
    private static final AccountId NEW = new AccountId("111122223333");
    private static final AccountId GONE = new AccountId("444455556666");
    private static final AccountId GOING = new AccountId("777788889999");
    private static final ShutAws SHUT = new ShutAws();

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));
    private List<AccountId> listed = List.of(NEW, GONE, GOING);
    private SqliteTable table;
    private Register register;
    private Organizations organizations;

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        var audit = new AuditLog(table, clock);
        register = new Register(new Accounts(table), audit, clock);
        organizations = new Organizations(table, audit, clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void whoComesBackIsEnteredByAnIdOfTheNewSeed() {
        look();
        ExternalId seed = organizations.connected().seeds().current();
        activate(GONE);
        activate(GOING);
        listed = List.of(NEW, GOING);
        look();
        assertThat(status(GONE)).isEqualTo(Status.LEFT);
        deleting().delete(GOING, OptionalLong.empty(), "account " + GOING, TESTER);

        assertThat(rotation().rotate(10, TESTER)).isEqualTo(new SeedRotation.Progress(true, List.of(), 0));

        ExternalIds seeds = organizations.connected().seeds();
        assertThat(seeds.current()).isNotEqualTo(seed);
        for (AccountId id : List.of(NEW, GONE, GOING)) {
            assertThat(ids(id)).as("account %s", id).isEqualTo(ExternalIds.of(ExternalId.of(seeds.current(), id)));
        }
        listed = List.of(NEW, GONE, GOING);
        look();
        assertThat(status(GONE)).isEqualTo(Status.PENDING);
        assertThat(deleting().undo(GOING, TESTER).standing().status()).isEqualTo(Status.ACTIVE);
    }

    private void look() {
        new Joining(organizations, new Listed(), SHUT, new Reconciling(register, new Accounts(table), clock))
                .look(TESTER);
    }

    private void activate(AccountId id) {
        register.change(
                id,
                OptionalLong.empty(),
                Deed.of("account:validate", TESTER),
                account -> account.with(account.standing().with(Status.ACTIVE)));
    }

    private Status status(AccountId id) {
        return register.find(id).standing().status();
    }

    private ExternalIds ids(AccountId id) {
        return ((Connection.ByRole) register.find(id).connection()).externalIds();
    }

    private Deleting deleting() {
        return new Deleting(register, new Accounts(table), Set.of(), clock);
    }

    private SeedRotation rotation() {
        var ids = new ExternalIdRotation(register, SHUT);
        var vault = VaultFile.open(folder.resolve("vault.json"), folder.resolve("vault.key"), clock);
        var keys = new KeyRotation(register, new Stages(table), new KeyRotation.Keys(SHUT, vault, SHUT));
        return new SeedRotation(
                organizations,
                new Accounts(table),
                ids,
                new Rotating(register, ids, keys, new RotationLog(table, clock)));
    }

    /** An organization of which AWS lists these accounts. */
    private final class Listed implements OrganizationView {
        @Override
        public Asked<Picture> picture() {
            var place = new Membership("o-abcdefghij", "r-ab12", "o-abcdefghij/r-ab12/", false);
            return new Asked.Got<>(new Picture(
                    "o-abcdefghij",
                    new AccountId("999900001111"),
                    "r-ab12",
                    listed.stream()
                            .map(id -> new Picture.Member(id, "account " + id, true, place))
                            .toList()));
        }

        @Override
        public Asked<Boolean> trustsStackSets() {
            return new Asked.Got<>(true);
        }

        @Override
        public Asked<List<StackInstance>> stacks(String stackSet) {
            return new Asked.Got<>(List.of());
        }
    }
}
