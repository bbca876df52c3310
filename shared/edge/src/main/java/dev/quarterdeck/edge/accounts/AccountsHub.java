package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.History;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.connect.Connecting;
import dev.quarterdeck.accounts.connect.Deleting;
import dev.quarterdeck.accounts.connect.Departures;
import dev.quarterdeck.accounts.connect.Importing;
import dev.quarterdeck.accounts.connect.KeptSecrets;
import dev.quarterdeck.accounts.connect.OwnRows;
import dev.quarterdeck.accounts.connect.Remains;
import dev.quarterdeck.accounts.connect.Revealing;
import dev.quarterdeck.accounts.connect.Updating;
import dev.quarterdeck.accounts.organization.Following;
import dev.quarterdeck.accounts.organization.Joining;
import dev.quarterdeck.accounts.organization.OrganizationView;
import dev.quarterdeck.accounts.organization.Organizations;
import dev.quarterdeck.accounts.organization.Reconciling;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.DailyLook;
import dev.quarterdeck.accounts.proof.LookAfterMove;
import dev.quarterdeck.accounts.proof.Onboarding;
import dev.quarterdeck.accounts.proof.Proofs;
import dev.quarterdeck.accounts.proof.Prover;
import dev.quarterdeck.accounts.roles.ReadRights;
import dev.quarterdeck.accounts.rotation.DueRotations;
import dev.quarterdeck.accounts.rotation.EndedSessions;
import dev.quarterdeck.accounts.rotation.ExternalIdRotation;
import dev.quarterdeck.accounts.rotation.KeyAdmin;
import dev.quarterdeck.accounts.rotation.KeyRotation;
import dev.quarterdeck.accounts.rotation.OwnRevocation;
import dev.quarterdeck.accounts.rotation.Revoking;
import dev.quarterdeck.accounts.rotation.Rotating;
import dev.quarterdeck.accounts.rotation.RotationLog;
import dev.quarterdeck.accounts.rotation.RotationPlans;
import dev.quarterdeck.accounts.rotation.SeedRotation;
import dev.quarterdeck.accounts.rotation.SessionEnding;
import dev.quarterdeck.accounts.rotation.Stages;
import dev.quarterdeck.accounts.setup.SettingUp;
import dev.quarterdeck.accounts.upkeep.Chore;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.governance.KillSwitches;
import dev.quarterdeck.kernel.events.EventHandler;
import dev.quarterdeck.kernel.events.NewestOnly;
import dev.quarterdeck.kernel.table.Table;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Everything about accounts, wired onto whatever platform the hub runs on. */
public final class AccountsHub {
    private final Ground ground;
    private final Accounts accounts;
    private final Register register;

    /** Where state is kept, how AWS is reached, and what other features keep because of an account. */
    public record Ground(Table table, Vault vault, Aws aws, Set<Remains> others, Clock clock) {}

    /** The ways into accounts, and what their owners are asked for. */
    public record Aws(
            AccountAccess access,
            KeyAdmin keys,
            SessionEnding sessions,
            ReadRights rights,
            OrganizationView organization) {}

    public AccountsHub(Ground ground) {
        this.ground = ground;
        this.accounts = new Accounts(ground.table());
        this.register = new Register(accounts, new AuditLog(ground.table(), ground.clock()), ground.clock());
    }

    public List<Route> routes(Paging paging) {
        var named = new Named(register);
        var porting = new PortingApi(accounts, new Importing(connecting(), accounts));
        var records = new RecordsApi(named, new Proofs(ground.table()), new History(ground.table()), paging);
        return Stream.of(
                        new AccountsApi(accounts, named, deeds(), paging).routes(),
                        records.routes(),
                        porting.routes(),
                        new CredentialsApi(named, rotating(), revoking(), revealing()).routes(),
                        new RotationApi(named, plans(), log(), paging).routes(),
                        new DeletingApi(named, deleting(), new Departures(ground.table()), paging).routes(),
                        new SetupApi(named, settingUp()).routes(),
                        new AgentsApi(named, agents()).routes(),
                        organization().routes())
                .flatMap(List::stream)
                .toList();
    }

    /** What the hub does by itself for its accounts. */
    public List<Chore> chores() {
        DailyLook look = look();
        var due = new DueRotations(accounts, plans(), rotating(), ground.clock());
        return List.of(
                new Chore("daily-look", Duration.ofDays(1), by -> "proven again: " + look.look(by)),
                new Chore(
                        "deletions",
                        Duration.ofHours(1),
                        by -> "deleted: " + deleting().sweep(by)),
                new Chore(
                        "ended-sessions",
                        Duration.ofHours(1),
                        _ -> "let go: " + endedSessions().clear()),
                new Chore("rotations", Duration.ofHours(1), by -> "rotated: " + due.rotate(by)),
                new Chore("organization", Duration.ofHours(6), this::lookAtOrganization));
    }

    /** What the hub does by itself about what happens to them. */
    public List<EventHandler> handlers() {
        return List.of(new NewestOnly(new LookAfterMove(look()), ground.table()));
    }

    private DailyLook look() {
        return new DailyLook(accounts, new Proofs(ground.table()), ground.aws().access(), onboarding());
    }

    private String lookAtOrganization(Attribution by) {
        return organizations()
                .find()
                .map(_ -> joining().look(by).changes().toString())
                .orElse("none is connected");
    }

    private RotationPlans plans() {
        return new RotationPlans(ground.table(), new AuditLog(ground.table(), ground.clock()), log());
    }

    private RotationLog log() {
        return new RotationLog(ground.table(), ground.clock());
    }

    private AccountsApi.Deeds deeds() {
        return new AccountsApi.Deeds(connecting(), new Updating(register), onboarding());
    }

    private Connecting connecting() {
        return new Connecting(register, ground.vault(), ground.aws().access(), ground.clock());
    }

    private Onboarding onboarding() {
        return new Onboarding(register, accounts, new Prover(ground.aws().access()), ground.clock());
    }

    private Rotating rotating() {
        Aws aws = ground.aws();
        var keys = new KeyRotation.Keys(aws.keys(), ground.vault(), aws.access());
        return new Rotating(
                register,
                new ExternalIdRotation(register, aws.access()),
                new KeyRotation(register, new Stages(ground.table()), keys),
                log());
    }

    private Revoking revoking() {
        var means = new Revoking.Means(
                ground.aws().keys(), endedSessions(), agents(), new AuditLog(ground.table(), ground.clock()));
        return new Revoking(register, accounts, means, ground.clock());
    }

    private KillSwitches agents() {
        return new KillSwitches(ground.table(), new AuditLog(ground.table(), ground.clock()));
    }

    private EndedSessions endedSessions() {
        return new EndedSessions(ground.table(), ground.aws().sessions(), ground.clock());
    }

    private Revealing revealing() {
        return new Revealing(register, ground.vault(), new AuditLog(ground.table(), ground.clock()));
    }

    private Deleting deleting() {
        Table table = ground.table();
        Set<Remains> own = Set.of(
                new OwnRows("history", table, History::all),
                new OwnRows("proofs", table, Proofs::all),
                new OwnRows("rotations", table, RotationLog::all),
                new OwnRows("rotation stages", table, Stages::all),
                new OwnRows("rotation plans", table, RotationPlans::all),
                new OwnRevocation(table, agents()),
                new KeptSecrets(accounts, ground.vault()));
        Set<Remains> remains = new HashSet<>(own);
        remains.addAll(ground.others());
        return new Deleting(register, accounts, remains, ground.clock());
    }

    private OrganizationApi organization() {
        var trying = new Following.Trying(onboarding(), new Proofs(ground.table()), ground.clock());
        var following = new Following(organizations(), ground.aws().organization(), accounts, trying);
        var ids = new ExternalIdRotation(register, ground.aws().access());
        var rotation = new SeedRotation(organizations(), accounts, ids, rotating());
        return new OrganizationApi(
                organizations(), settingUp(), new OrganizationApi.Deeds(joining(), following, rotation));
    }

    private Organizations organizations() {
        return new Organizations(ground.table(), new AuditLog(ground.table(), ground.clock()), ground.clock());
    }

    private Joining joining() {
        var reconciling = new Reconciling(register, accounts, ground.clock());
        return new Joining(
                organizations(), ground.aws().organization(), ground.aws().access(), reconciling);
    }

    private SettingUp settingUp() {
        return new SettingUp(register, ground.aws().access(), ground.aws().rights());
    }
}
