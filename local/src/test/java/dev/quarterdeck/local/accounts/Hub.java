package dev.quarterdeck.local.accounts;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.History;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.connect.Connecting;
import dev.quarterdeck.accounts.connect.KeySecrets;
import dev.quarterdeck.accounts.connect.NewAccount;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.DailyLook;
import dev.quarterdeck.accounts.proof.Onboarding;
import dev.quarterdeck.accounts.proof.Proof;
import dev.quarterdeck.accounts.proof.Proofs;
import dev.quarterdeck.accounts.proof.Prover;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.accounts.roles.RoleTrust;
import dev.quarterdeck.accounts.rotation.AgentStop;
import dev.quarterdeck.accounts.rotation.EndedSessions;
import dev.quarterdeck.accounts.rotation.KeyAdmin;
import dev.quarterdeck.accounts.rotation.Revoking;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.collect.access.Lender;
import dev.quarterdeck.collect.access.OwnCredentials;
import dev.quarterdeck.collect.access.WireAccess;
import dev.quarterdeck.collect.access.WireKeys;
import dev.quarterdeck.collect.access.WireSessionEnding;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.governance.KillSwitches;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.testkit.journey.Cloud;
import dev.quarterdeck.wire.RoleSession;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The hub's accounts as its server composes them, over a table, against some cloud. */
final class Hub {
    static final Attribution TESTER = Attribution.hub("test");

    final Accounts accounts;
    final Register register;
    final History history;
    final Proofs proofs;
    final Connecting connecting;
    final Onboarding onboarding;
    final DailyLook daily;
    final Vault vault;
    final List<String> told = new ArrayList<>();
    final EndedSessions sessions;
    private final KeyAdmin keys;
    private final AgentStop agents;
    private final AuditLog audit;
    private final Clock clock;
    private final Assumer assumer;

    Hub(Table table, Vault vault, Cloud cloud, Cloud.HubSide side, Clock clock) {
        this.assumer = side.assumer();
        this.vault = vault;
        accounts = new Accounts(table);
        this.clock = clock;
        audit = new AuditLog(table, clock);
        agents = new KillSwitches(table, audit);
        register = new Register(accounts, audit, clock);
        history = new History(table);
        proofs = new Proofs(table);
        var lender = new Keys(side.own(), vault);
        var access = new WireAccess(cloud.api, cloud.types, side.hand(), lender);
        keys = new WireKeys(cloud.api, lender, assumer.partition(), Cloud.REGION);
        sessions = new EndedSessions(table, new WireSessionEnding(cloud.api, lender, side.hand()), clock);
        connecting = new Connecting(register, vault, access, clock);
        onboarding = new Onboarding(register, accounts, new Prover(access), clock);
        daily = new DailyLook(accounts, proofs, access, onboarding);
    }

    Account connect(String body) {
        return connecting.connect(NewAccount.from((Json.Obj) Json.parse(body)), TESTER);
    }

    Account connectByRole(AccountId id) {
        return connect(
                "{\"account_id\":\"%s\",\"name\":\"account %s\",\"connection\":{\"kind\":\"role\"}}".formatted(id, id));
    }

    /** With a revoker role, and one that acts. */
    Account connectWithRevoker(AccountId id) {
        var connection = new Members()
                .put("kind", "role")
                .put("act_roles", new Members().put("storage", role(id, RoleNames.act(ActFamily.STORAGE))))
                .put("revoker_role_arn", role(id, RoleNames.REVOKER));
        return connect(new Members()
                .put("account_id", id.value())
                .put("name", "revocable " + id)
                .put("connection", connection)
                .json()
                .text());
    }

    private static String role(AccountId id, String name) {
        return RoleArn.of(Partition.AWS, id, name).toString();
    }

    /** Ends access, and lets in again, on this clock. */
    Revoking revoking() {
        return new Revoking(register, accounts, new Revoking.Means(keys, sessions, agents, audit), clock);
    }

    Proof prove(AccountId id) {
        return onboarding.prove(id, TESTER, step -> told.add(step.name().word()));
    }

    /** What the account's owner should write into the role's trust policy. */
    RoleTrust wanted(Account account) {
        return RoleTrust.of(assumer, externalIds(account), Optional.empty());
    }

    static ExternalIds externalIds(Account account) {
        return ((Connection.ByRole) account.connection()).externalIds();
    }

    private record Keys(OwnCredentials own, Vault vault) implements Lender {
        @Override
        public Asked<AwsCredentialsProvider> role(RoleSession session) {
            return own.assume(session);
        }

        @Override
        public Asked<AwsCredentialsProvider> profile(String name) {
            return new Asked.Not<>(new Trouble(Trouble.Kind.NO_CREDENTIALS, "NoProfile", name));
        }

        @Override
        public Asked<AwsCredentialsProvider> keys(AccountId account, Connection.ByKeys key) {
            return vault.read(KeySecrets.name(account, key))
                    .<Asked<AwsCredentialsProvider>>map(secret -> new Asked.Got<>(StaticCredentialsProvider.create(
                            AwsBasicCredentials.create(key.accessKeyId(), secret.reveal()))))
                    .orElseGet(() ->
                            new Asked.Not<>(new Trouble(Trouble.Kind.NO_CREDENTIALS, "NoSecret", key.accessKeyId())));
        }
    }
}
