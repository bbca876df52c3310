package dev.quarterdeck.edge.hub;

import dev.quarterdeck.audit.AccessLog;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.Gatekeeper;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.edge.identity.KeysApi;
import dev.quarterdeck.edge.identity.SessionsApi;
import dev.quarterdeck.edge.identity.SignInApi;
import dev.quarterdeck.identity.Access;
import dev.quarterdeck.identity.ApiKeys;
import dev.quarterdeck.identity.AttemptLimits;
import dev.quarterdeck.identity.Desk;
import dev.quarterdeck.identity.FirstAdmin;
import dev.quarterdeck.identity.Gate;
import dev.quarterdeck.identity.LocalAccounts;
import dev.quarterdeck.identity.LocalSignIn;
import dev.quarterdeck.identity.Rules;
import dev.quarterdeck.identity.Sessions;
import dev.quarterdeck.identity.Tokens;
import dev.quarterdeck.identity.Users;
import dev.quarterdeck.kernel.table.Table;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Everything about people and machines, wired onto one platform. */
final class People {
    private final Sessions sessions;
    private final ApiKeys keys;
    private final AccessLog reads;
    private final Access access;
    private final Users users;
    private final FirstAdmin firstAdmin;
    private final LocalSignIn signIn;

    People(Hub.Platform platform, Hub.Settings settings, SecureRandom random) {
        Table table = platform.table();
        Clock clock = platform.clock();
        Hub.Locks locks = platform.locks();
        AuditLog audit = new AuditLog(table, clock);
        Tokens tokens = new Tokens(random);
        this.sessions = new Sessions(table, audit, new Sessions.Settings(settings.rules(), tokens), clock);
        var secrets = new LocalAccounts.Secrets(locks.passwords(), locks.sealing());
        var accounts = new LocalAccounts(table, secrets, clock);
        var desk = new Desk(accounts, sessions, new AttemptLimits(table, clock), audit);
        var marks = new ApiKeys.Settings(settings.environment(), tokens, locks.peppers());
        this.keys = new ApiKeys(table, audit, marks, clock);
        this.reads = new AccessLog(table, clock);
        this.access = new Access(new Rules(table, clock), new Access.Logs(audit, reads), clock);
        this.users = new Users(table, audit);
        this.firstAdmin = new FirstAdmin(table, desk, tokens);
        this.signIn = new LocalSignIn(desk);
    }

    FirstAdmin firstAdmin() {
        return firstAdmin;
    }

    Gatekeeper gatekeeper() {
        return Gatekeeper.of(new Gate(sessions, keys, access), access);
    }

    void recordReads() {
        reads.flush();
    }

    List<Route> routes(Cookies cookies, Paging paging) {
        return Stream.of(
                        new SignInApi(firstAdmin, signIn, cookies).routes(),
                        new SessionsApi(users, sessions, cookies).routes(),
                        new KeysApi(keys, paging).routes())
                .flatMap(List::stream)
                .toList();
    }
}
