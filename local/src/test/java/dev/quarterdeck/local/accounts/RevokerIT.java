package dev.quarterdeck.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Trial.Verdict;
import dev.quarterdeck.accounts.roles.OlderSessions;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.accounts.rotation.Ended;
import dev.quarterdeck.accounts.rotation.Revoking;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.journey.Cloud;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The role that ends the others' sessions, in accounts that enforce who may assume it and what it may do. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class RevokerIT {
    private static final List<String> WORKING = List.of(RoleNames.READ, RoleNames.act(ActFamily.STORAGE));
    private static Cloud cloud;
    private static long accounts = 212_122_220_000L;

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock(Clock.systemUTC().instant());
    private SqliteTable table;
    private Hub hub;
    private AccountId id;

    @BeforeAll
    static void start() {
        cloud = new Cloud();
    }

    @AfterAll
    static void stop() {
        cloud.close();
    }

    @BeforeEach
    void open() {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        var vault = VaultFile.open(folder.resolve("vault"), folder.resolve("vault.key"), clock);
        hub = new Hub(table, vault, cloud, cloud.broker(), clock);
        id = new AccountId(Long.toString(++accounts));
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void endsTheSessionsOfTheOthersUntilNoneCanBeAlive() {
        makeRoles(hub.connectWithRevoker(id), WORKING);
        assertThat(hub.prove(id).verdict()).isEqualTo(new Verdict.Proven());

        Revoking.Revoked revoked = hub.revoking().revoke(id, Hub.TESTER);
        assertThat(revoked.olderSessions()).isEqualTo(new Ended.Attached());
        assertThat(revoked.left()).isEmpty();
        Json.Obj deny = OlderSessions.deny(clock.instant());
        assertThat(deny.text()).contains("aws:TokenIssueTime");
        assertThat(ending()).isEqualTo(Map.of(WORKING.getFirst(), deny, WORKING.getLast(), deny));

        hub.revoking().lift(id, Hub.TESTER);
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(hub.sessions.clear()).isEmpty();
        assertThat(ending()).as("a session from before may still be somebody's").hasSize(2);
        clock.advance(Duration.ofSeconds(1));
        assertThat(hub.sessions.clear()).containsExactly(id);
        assertThat(ending()).isEmpty();
        assertThat(hub.sessions.clear()).isEmpty();
    }

    @Test
    void isLetGoByWhoeverLetsTheHubInAgainLater() {
        makeRoles(hub.connectWithRevoker(id), WORKING);
        hub.revoking().revokeAll(Hub.TESTER);
        clock.advance(Duration.ofHours(13));
        assertThat(hub.sessions.clear()).as("it is closed").isEmpty();
        assertThat(ending()).hasSize(2);

        hub.revoking().lift(id, Hub.TESTER);

        assertThat(ending()).isEmpty();
    }

    @Test
    void saysWhatAwsRefusesAndEndsWhatItCan() {
        makeRoles(hub.connectWithRevoker(id), WORKING.subList(0, 1));

        Revoking.Revoked revoked = hub.revoking().revoke(id, Hub.TESTER);

        assertThat(((Ended.Failed) revoked.olderSessions()).why()).contains("iam:PutRolePolicy");
        assertThat(revoked.left())
                .hasValueSatisfying(left -> assertThat(left)
                        .startsWith("sessions that are out could not be ended")
                        .contains("iam:PutRolePolicy"));
        assertThat(ending()).containsOnlyKeys(WORKING.getFirst());
    }

    @Test
    void isTriedByTheProofAndMissedInAnEmergency() {
        Account account = hub.connectWithRevoker(id);
        cloud.asOwner(id, owner -> owner.readRole(hub.wanted(account)));

        assertThat(hub.prove(id).verdict())
                .isInstanceOfSatisfying(
                        Verdict.AcceptedWithDebt.class,
                        debts -> assertThat(debts.debts())
                                .extracting(debt -> debt.code())
                                .contains("enter:revoker"));
        assertThat(((Ended.Failed) hub.revoking().revoke(id, Hub.TESTER).olderSessions()).why())
                .contains("sts:AssumeRole");
    }

    private void makeRoles(Account account, List<String> revocable) {
        cloud.asOwner(id, owner -> {
            owner.readRole(hub.wanted(account));
            owner.role(
                    RoleNames.act(ActFamily.STORAGE),
                    hub.wanted(account).document().text(),
                    Optional.of(RoleNames.boundary(Partition.AWS, id)));
            owner.revokerRole(hub.wanted(account), revocable);
        });
    }

    /** The policy that ends older sessions, by the roles that it is on. */
    private Map<String, Json.Obj> ending() {
        var found = new HashMap<String, Json.Obj>();
        cloud.asOwner(
                id,
                owner -> WORKING.forEach(
                        role -> Optional.ofNullable(owner.policies(role).get(OlderSessions.NAME))
                                .ifPresent(policy -> found.put(role, policy))));
        return found;
    }
}
