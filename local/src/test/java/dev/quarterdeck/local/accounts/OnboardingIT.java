package dev.quarterdeck.local.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.Health;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.Trial.Verdict;
import dev.quarterdeck.accounts.proof.Proof;
import dev.quarterdeck.accounts.proof.Step;
import dev.quarterdeck.accounts.proof.Step.Name;
import dev.quarterdeck.accounts.proof.Step.Outcome;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.accounts.roles.RoleTrust;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.platform.local.vault.VaultFile;
import dev.quarterdeck.testkit.journey.Cloud;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The proof on accounts that enforce: each thing that can be wrong is found at its own step, and mended there. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class OnboardingIT {
    private static Cloud cloud;
    private static long accounts = 111_122_220_000L;

    @TempDir
    private Path folder;

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
        table = SqliteTable.open(folder.resolve("hub.db"), Clock.systemUTC());
        var vault = VaultFile.open(folder.resolve("vault"), folder.resolve("vault.key"), Clock.systemUTC());
        hub = new Hub(table, vault, cloud, cloud.broker(), Clock.systemUTC());
        id = new AccountId(Long.toString(++accounts));
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void provesWhatIsAsItShouldBe() {
        hub.connectByRole(new AccountId("999988887777"));
        Account account = hub.connectByRole(id);
        cloud.asOwner(id, owner -> owner.readRole(hub.wanted(account)));

        Proof proof = hub.prove(id);

        assertThat(failed(proof)).isEmpty();
        assertThat(proof.verdict()).isEqualTo(new Verdict.Proven());
        assertThat(proof.step(Name.ANOTHERS_EXTERNAL_ID).outcome()).isInstanceOf(Outcome.Passed.class);
        assertThat(proof.step(Name.FIRST_RESOURCE).outcome()).isInstanceOf(Outcome.Passed.class);
        assertThat(proof.found().regions()).contains("eu-west-1", "us-east-1");
        Account proven = hub.accounts.find(id).orElseThrow();
        assertThat(proven.standing().status()).isEqualTo(Status.ACTIVE);
        assertThat(proven.standing().health().state()).isEqualTo(Health.State.GOOD);
        assertThat(proven.placement().regions()).isEqualTo(proof.found().regions());
        assertThat(hub.told).startsWith("enter", "identity", "without-external-id");
    }

    @Test
    void leadsFromRefusalOverTheFixToTheProof() {
        Account account = hub.connectByRole(id);
        Proof refused = hub.prove(id);

        assertThat(refused.verdict()).isInstanceOf(Verdict.Refused.class);
        var failure = (Outcome.Failed) refused.step(Name.ENTER).outcome();
        assertThat(failure.sentence())
                .isEqualTo("The hub cannot assume %s.".formatted(RoleNames.read(Partition.AWS, id)));
        assertThat(failure.cause()).contains("there is no such role, or its trust policy does not let in");
        assertThat(failure.error()).isPresent();
        assertThat(failure.add()).contains(hub.wanted(account).document());
        assertThat(hub.accounts.find(id).orElseThrow().standing().health().state())
                .isEqualTo(Health.State.BROKEN);

        // The owner pastes what the step says.
        cloud.asOwner(id, owner -> owner.readRole(failure.add().orElseThrow().text()));

        assertThat(hub.prove(id).verdict()).isEqualTo(new Verdict.Proven());
        assertThat(hub.history.health(id, Optional.empty()).rows().stream()
                        .map(row -> Fields.of(row.data()).text("health")))
                .containsExactly("good", "broken");
        assertThat(hub.proofs.newest(id).flatMap(proof -> proof.get("result"))).contains(Json.of("proven"));
    }

    @Test
    @Tag("A02")
    @DisplayName("A02: another tenant's role, connected under an external id of one's own, is refused")
    void refusesARoleWithAnotherExternalId() {
        hub.connectByRole(id);
        var others = ExternalIds.of(ExternalId.random(new SecureRandom()));
        cloud.asOwner(id, owner -> owner.readRole(RoleTrust.of(cloud.broker().assumer(), others, Optional.empty())));

        Proof proof = hub.prove(id);

        assertThat(failed(proof)).containsExactly("enter");
        assertThat(proof.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, it -> assertThat(it.step()).isEqualTo("enter"));
        assertThat(hub.accounts.find(id).orElseThrow().standing().status()).isEqualTo(Status.PENDING);
    }

    @Test
    @Tag("A01")
    @DisplayName("A01: a role that asks for no external id is refused")
    void refusesARoleThatAsksForNoExternalId() {
        hub.connectByRole(id);
        cloud.asOwner(id, owner -> owner.readRole(broadTrust(Cloud.BROKER)));

        Proof proof = hub.prove(id);

        assertThat(failed(proof)).containsExactly("without-external-id", "wrong-external-id");
        assertThat(proof.verdict()).isInstanceOfSatisfying(Verdict.Refused.class, it -> {
            assertThat(it.step()).isEqualTo("without-external-id");
            assertThat(it.why()).contains("does not ask for sts:ExternalId");
        });
    }

    @Test
    @Tag("A06")
    @DisplayName("A06: a trust policy that was replaced is noticed by the daily look, and the account is broken")
    void noticesAReplacedTrust() {
        Account account = hub.connectByRole(id);
        cloud.asOwner(id, owner -> owner.readRole(hub.wanted(account)));
        hub.prove(id);

        assertThat(hub.daily.look(Hub.TESTER)).isEmpty();

        cloud.asOwner(id, owner -> owner.trust(RoleNames.READ, broadTrust(Cloud.BROKER)));
        assertThat(hub.daily.look(Hub.TESTER)).containsExactly(id);
        Health health = hub.accounts.find(id).orElseThrow().standing().health();
        assertThat(health.state()).isEqualTo(Health.State.BROKEN);
        assertThat(health.reasons().stream().map(Health.Reason::code))
                .containsExactly("without-external-id", "wrong-external-id");
    }

    @Test
    @Tag("A18")
    @DisplayName("A18: a key that is no good any more is shown as such")
    void showsAKeyThatIsNoGood() {
        hub.connect(keyBody(Fields.of(new Members()
                .put("AccessKeyId", "AKIAIOSFODNN7EXAMPLE")
                .put("SecretAccessKey", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
                .json())));

        Proof proof = hub.prove(id);

        assertThat(failed(proof)).containsExactly("identity");
        assertThat(proof.verdict()).isInstanceOf(Verdict.Refused.class);
        assertThat(hub.accounts.find(id).orElseThrow().standing().health().state())
                .isEqualTo(Health.State.BROKEN);
    }

    @Test
    void refusesARoleThatAnyoneMayAssume() {
        hub.connectByRole(id);
        cloud.asOwner(id, owner -> owner.readRole(broadTrust("*")));

        Proof proof = hub.prove(id);

        assertThat(failed(proof)).containsExactly("without-external-id", "wrong-external-id", "trust");
        assertThat(((Outcome.Failed) proof.step(Name.TRUST).outcome()).sentence())
                .isEqualTo("Anybody in any AWS account may try to assume %s."
                        .formatted(RoleNames.read(Partition.AWS, id)));
    }

    @Test
    void refusesARoleThatTrustsOthersToo() {
        Account account = hub.connectByRole(id);
        var ids = Hub.externalIds(account).current().value();
        cloud.asOwner(
                id,
                owner -> owner.readRole(Cloud.document(
                                enter(List.of(Cloud.BROKER, "arn:aws:iam::444455556666:root"), ids), sourceIdentity())
                        .text()));

        Proof proof = hub.prove(id);

        assertThat(failed(proof)).containsExactly("trust");
        assertThat(proof.verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refused.class, it -> assertThat(it.why()).contains("arn:aws:iam::444455556666:root"));
    }

    @Test
    void refusesKeysOfAnotherAccount() {
        var keys = new Fields[1];
        cloud.asOwner(new AccountId("777766665555"), owner -> keys[0] = owner.reader());
        hub.connect(keyBody(keys[0]));

        Proof proof = hub.prove(id);

        assertThat(failed(proof)).containsExactly("identity");
        assertThat(((Outcome.Failed) proof.step(Name.IDENTITY).outcome()).sentence())
                .isEqualTo("This is account 777766665555 and not %s.".formatted(id));
        assertThat(proof.verdict()).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void acceptsItsOwnKeysAsADebt() {
        var keys = new Fields[1];
        cloud.asOwner(id, owner -> keys[0] = owner.reader());
        hub.connect(keyBody(keys[0]));

        Proof proof = hub.prove(id);

        assertThat(failed(proof)).isEmpty();
        assertThat(debts(proof)).containsExactly("static-keys");
    }

    @Test
    void saysWhichPermissionIsMissingAndWhatToAdd() {
        Account account = hub.connectByRole(id);
        cloud.asOwner(id, owner -> {
            owner.readRole(hub.wanted(account));
            owner.denyReading(List.of("sqs:*"));
        });

        Proof proof = hub.prove(id);

        assertThat(debts(proof)).containsExactly("permissions:sqs");
        var step = proof.steps().stream().filter(Step::failed).findFirst().orElseThrow();
        assertThat(((Outcome.Failed) step.outcome()).add().orElseThrow().text())
                .isEqualTo(
                        "{\"Sid\":\"ReadSqs\",\"Effect\":\"Allow\",\"Action\":[\"sqs:ListQueues\"],\"Resource\":\"*\"}");
        assertThat(hub.accounts.find(id).orElseThrow().standing().capabilities().missing())
                .containsOnlyKeys("sqs");
    }

    @Test
    void refusesAnActRoleWithoutItsBoundary() {
        Account account = hub.connect(actBody());
        cloud.asOwner(id, owner -> {
            owner.readRole(hub.wanted(account));
            owner.role(
                    RoleNames.act(ActFamily.STORAGE),
                    hub.wanted(account).document().text(),
                    Optional.empty());
        });

        Proof proof = hub.prove(id);

        assertThat(failed(proof)).containsExactly("boundary");
        assertThat(debts(proof)).containsExactly("boundary:act:storage");
        assertThat(hub.accounts.find(id).orElseThrow().standing().capabilities().act())
                .isEmpty();
    }

    @Test
    void actsThroughARoleThatIsBounded() {
        Account account = hub.connect(actBody());
        cloud.asOwner(id, owner -> {
            owner.readRole(hub.wanted(account));
            owner.role(
                    RoleNames.act(ActFamily.STORAGE),
                    hub.wanted(account).document().text(),
                    Optional.of(RoleNames.boundary(Partition.AWS, id)));
        });

        assertThat(hub.prove(id).verdict()).isEqualTo(new Verdict.Proven());
        assertThat(hub.accounts.find(id).orElseThrow().standing().capabilities().act())
                .containsExactly(ActFamily.STORAGE);
    }

    @Test
    void owesABrokerOnALaptop() {
        var vault = VaultFile.open(folder.resolve("other"), folder.resolve("other.key"), Clock.systemUTC());
        var laptop = new Hub(table, vault, cloud, cloud.person(), Clock.systemUTC());
        Account account = laptop.connectByRole(id);
        cloud.asOwner(id, owner -> owner.readRole(laptop.wanted(account)));

        Proof proof = laptop.prove(id);

        assertThat(failed(proof)).isEmpty();
        assertThat(debts(proof)).containsExactly("no-broker");
    }

    private static List<String> failed(Proof proof) {
        return proof.steps().stream()
                .filter(Step::failed)
                .map(step -> step.name().word())
                .toList();
    }

    private static List<String> debts(Proof proof) {
        return proof.verdict() instanceof Verdict.AcceptedWithDebt(var debts)
                ? debts.stream().map(debt -> debt.code()).toList()
                : List.of("not accepted with debt: " + proof.verdict());
    }

    /** Whom it names, and nothing more: no external id is asked for. */
    private static String broadTrust(String principal) {
        return Cloud.document(new Members()
                        .put("Effect", "Allow")
                        .put("Principal", new Members().put("AWS", principal))
                        .put("Action", List.of("sts:AssumeRole", "sts:SetSourceIdentity"))
                        .json())
                .text();
    }

    private static Json.Obj enter(List<String> principals, String externalId) {
        return new Members()
                .put("Effect", "Allow")
                .put("Principal", new Members().put("AWS", principals))
                .put("Action", "sts:AssumeRole")
                .put("Condition", new Members().put("StringEquals", new Members().put("sts:ExternalId", externalId)))
                .json();
    }

    private static Json.Obj sourceIdentity() {
        return new Members()
                .put("Effect", "Allow")
                .put("Principal", new Members().put("AWS", Cloud.BROKER))
                .put("Action", "sts:SetSourceIdentity")
                .json();
    }

    private String keyBody(Fields key) {
        return new Members()
                .put("account_id", id.value())
                .put("name", "by keys")
                .put(
                        "connection",
                        new Members()
                                .put("kind", "keys")
                                .put("access_key_id", key.text("AccessKeyId"))
                                .put("secret_access_key", key.text("SecretAccessKey")))
                .json()
                .text();
    }

    private String actBody() {
        var act = new Members().put("storage", "arn:aws:iam::%s:role/quarterdeck-act-storage".formatted(id));
        return new Members()
                .put("account_id", id.value())
                .put("name", "acting")
                .put("connection", new Members().put("kind", "role").put("act_roles", act))
                .json()
                .text();
    }
}
