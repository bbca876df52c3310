package dev.quarterdeck.edge.hub;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.audit.AccessLog;
import dev.quarterdeck.audit.AuditExport;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.Gatekeeper;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.edge.accounts.AccountTarget;
import dev.quarterdeck.edge.audit.AuditApi;
import dev.quarterdeck.edge.identity.CompanyApi;
import dev.quarterdeck.edge.identity.ExplainApi;
import dev.quarterdeck.edge.identity.KeysApi;
import dev.quarterdeck.edge.identity.OwnApi;
import dev.quarterdeck.edge.identity.RulesApi;
import dev.quarterdeck.edge.identity.SessionsApi;
import dev.quarterdeck.edge.identity.SignInApi;
import dev.quarterdeck.edge.identity.UsersApi;
import dev.quarterdeck.edge.oidc.Departures;
import dev.quarterdeck.edge.oidc.HttpWeb;
import dev.quarterdeck.edge.oidc.OidcSettings;
import dev.quarterdeck.edge.oidc.RelyingParty;
import dev.quarterdeck.identity.Access;
import dev.quarterdeck.identity.ApiKeys;
import dev.quarterdeck.identity.AttemptLimits;
import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.identity.CompanySignIn;
import dev.quarterdeck.identity.Desk;
import dev.quarterdeck.identity.FirstAdmin;
import dev.quarterdeck.identity.Gate;
import dev.quarterdeck.identity.Invitations;
import dev.quarterdeck.identity.LocalAccounts;
import dev.quarterdeck.identity.LocalSignIn;
import dev.quarterdeck.identity.OwnAccount;
import dev.quarterdeck.identity.RuleChanges;
import dev.quarterdeck.identity.Rules;
import dev.quarterdeck.identity.Sessions;
import dev.quarterdeck.identity.Tokens;
import dev.quarterdeck.identity.User;
import dev.quarterdeck.identity.Users;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Sight;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Table;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Everything about people and machines, and what is on record of them, wired onto one platform. */
final class People {
    private final Table table;
    private final Clock clock;
    private final AuditLog audit;
    private final AccessLog reads;
    private final Tokens tokens;
    private final Users users;
    private final Rules rules;
    private final Access access;
    private final Sessions sessions;
    private final ApiKeys keys;
    private final Desk desk;
    private final FirstAdmin firstAdmin;
    private final SecureRandom random;

    People(Hub.Platform platform, Hub.Settings settings, SecureRandom random) {
        this.table = platform.table();
        this.clock = platform.clock();
        this.random = random;
        this.audit = new AuditLog(table, clock);
        this.reads = new AccessLog(table, clock);
        this.tokens = new Tokens(random);
        this.users = new Users(table, audit);
        this.rules = new Rules(table, clock);
        this.access = new Access(rules, new Access.Logs(audit, reads), clock);
        this.sessions = new Sessions(table, audit, new Sessions.Settings(settings.rules(), tokens), clock);
        Hub.Locks locks = platform.locks();
        var marks = new ApiKeys.Settings(settings.environment(), tokens, locks.peppers());
        this.keys = new ApiKeys(table, audit, marks, clock);
        var secrets = new LocalAccounts.Secrets(locks.passwords(), locks.sealing());
        var accounts = new LocalAccounts(table, secrets, clock);
        this.desk = new Desk(accounts, sessions, new AttemptLimits(table, clock), audit);
        this.firstAdmin = new FirstAdmin(table, desk, tokens);
    }

    FirstAdmin firstAdmin() {
        return firstAdmin;
    }

    Gatekeeper gatekeeper() {
        return Gatekeeper.of(new Gate(sessions, keys, access), access);
    }

    /** What somebody may see of the inventory now, though they are not here to ask; nothing if they may not sign in. */
    Sight sight(UserId id) {
        return id.equals(Caller.CONSOLE.user())
                ? access.sight(Caller.CONSOLE, Permission.RESOURCE_READ)
                : users.find(id)
                        .filter(User::enabled)
                        .map(user -> access.sight(user, Permission.RESOURCE_READ))
                        .orElse(Sight.NOTHING);
    }

    void recordReads() {
        reads.flush();
    }

    List<Route> routes(Hub.Front front, Paging paging) {
        Cookies cookies = front.place().cookies();
        var company = front.company().map(this::relyingParty);
        var sides = new CompanyApi.Sides(new CompanySignIn(table, desk), users, sessions);
        var invitations = new Invitations(table, desk, access, tokens, clock);
        var ways = new SignInApi.Ways(firstAdmin, invitations, new LocalSignIn(desk));
        var records = new AuditApi.Records(audit, new AuditExport(table, clock));
        return Stream.of(
                        new SignInApi(ways, cookies).routes(),
                        new CompanyApi(company, sides, cookies).routes(),
                        new SessionsApi(users, sessions, cookies).routes(),
                        new OwnApi(new OwnAccount(table, desk, tokens), access, cookies).routes(),
                        new UsersApi(users, sessions, invitations, paging).routes(),
                        new RulesApi(rules, new RuleChanges(table, rules, audit)).routes(),
                        new ExplainApi(access, users, this::account).routes(),
                        new KeysApi(keys, paging).routes(),
                        new AuditApi(records, users, paging, clock).routes())
                .flatMap(List::stream)
                .toList();
    }

    private RelyingParty relyingParty(OidcSettings settings) {
        return new RelyingParty(settings, new HttpWeb(), new Departures(table, random, clock), clock);
    }

    private Target account(String id) {
        return new Accounts(table)
                .find(new AccountId(id))
                .map(AccountTarget::of)
                .orElseThrow(() -> new FailureException(new Failure.NotFound("account", id)));
    }
}
