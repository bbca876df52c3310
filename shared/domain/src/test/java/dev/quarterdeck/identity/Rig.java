package dev.quarterdeck.identity;

import dev.quarterdeck.audit.AccessLog;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.identity.LocalAccounts.Typed;
import dev.quarterdeck.kernel.table.InMemoryTable;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** People and machines on a table in memory, with passwords that cost nothing. */
final class Rig {
    static final String PASSWORD = "eleven purple wagons";

    final SetClock clock = new SetClock();
    final InMemoryTable table = new InMemoryTable(clock);
    final AuditLog audit = new AuditLog(table, clock);
    final AccessLog reads = new AccessLog(table, clock);
    final Tokens tokens = new Tokens(new SecureRandom());
    final CountedHash passwords = new CountedHash();
    final Users users = new Users(table, audit);
    final Rules rules = new Rules(table, clock);
    final Access access = new Access(rules, new Access.Logs(audit, reads), clock);
    final Sessions sessions;
    final LocalAccounts accounts;
    final LocalSignIn signIn;
    final FirstAdmin firstAdmin;
    final Desk desk;

    Rig(SessionRules rules) {
        sessions = new Sessions(table, audit, new Sessions.Settings(rules, tokens), clock);
        accounts = new LocalAccounts(table, new LocalAccounts.Secrets(passwords, new PlacedSealing()), clock);
        desk = new Desk(accounts, sessions, new AttemptLimits(table, clock), audit);
        signIn = new LocalSignIn(desk);
        firstAdmin = new FirstAdmin(table, desk, tokens);
    }

    /** The administrator Ana, signed in. */
    Opened ana() {
        String code = firstAdmin.code().orElseThrow();
        return in(firstAdmin.claim(code, new Typed("Ana", PASSWORD, Optional.empty()), knock()));
    }

    Opened again() {
        return in(signIn.signIn(new Typed("ana", PASSWORD, Optional.empty()), knock()));
    }

    static Opened in(SignedIn signedIn) {
        return ((SignedIn.In) signedIn).opened();
    }

    static Knock knock() {
        return knock("192.0.2.1");
    }

    static Knock knock(String address) {
        return new Knock(Optional.empty(), "a laptop", new Origin("r", address, "test"));
    }

    Caller caller(Opened opened) {
        return sessions.authenticate(opened.token(), Sessions.Activity.BACKGROUND)
                .orElseThrow();
    }

    static final class CountedHash implements PasswordHash {
        final AtomicInteger compared = new AtomicInteger();

        @Override
        public String hash(String password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(String password, Optional<String> hash) {
            compared.incrementAndGet();
            return hash.filter(hash(password)::equals).isPresent();
        }
    }

    private static final class PlacedSealing implements Sealing {
        @Override
        public String seal(byte[] secret, String place) {
            return place + "|" + HexFormat.of().formatHex(secret);
        }

        @Override
        public byte[] open(String sealed, String place) {
            if (!sealed.startsWith(place + "|")) {
                throw new IllegalArgumentException("sealed elsewhere");
            }
            return HexFormat.of().parseHex(sealed.substring(place.length() + 1));
        }
    }
}
