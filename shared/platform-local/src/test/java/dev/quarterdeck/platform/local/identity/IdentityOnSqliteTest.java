package dev.quarterdeck.platform.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.audit.AccessLog;
import dev.quarterdeck.audit.AuditExport;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.audit.Verifier;
import dev.quarterdeck.identity.Access;
import dev.quarterdeck.identity.ApiKey;
import dev.quarterdeck.identity.ApiKeys;
import dev.quarterdeck.identity.AttemptLimits;
import dev.quarterdeck.identity.CompanySignIn;
import dev.quarterdeck.identity.Desk;
import dev.quarterdeck.identity.FirstAdmin;
import dev.quarterdeck.identity.Gate;
import dev.quarterdeck.identity.Knock;
import dev.quarterdeck.identity.LocalAccounts;
import dev.quarterdeck.identity.LocalAccounts.Typed;
import dev.quarterdeck.identity.LocalSignIn;
import dev.quarterdeck.identity.Opened;
import dev.quarterdeck.identity.Pepper;
import dev.quarterdeck.identity.Peppers;
import dev.quarterdeck.identity.RuleChanges;
import dev.quarterdeck.identity.Rules;
import dev.quarterdeck.identity.Sealing;
import dev.quarterdeck.identity.SessionRules;
import dev.quarterdeck.identity.Sessions;
import dev.quarterdeck.identity.SignedIn;
import dev.quarterdeck.identity.Tokens;
import dev.quarterdeck.identity.Users;
import dev.quarterdeck.identity.Vouched;
import dev.quarterdeck.identity.access.Binding;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.GroupId;
import dev.quarterdeck.identity.access.Period;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Scope;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.PlainHash;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.UnsettledTable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People, machines and their records on the real table, in the mode in which it is as unsettled as it may be. */
class IdentityOnSqliteTest {
    private static final Origin ORIGIN = new Origin("r", "192.0.2.1", "test");
    private static final Knock KNOCK = new Knock(Optional.empty(), "a laptop", ORIGIN);
    private static final Typed ANA = new Typed("Ana", "eleven purple wagons", Optional.empty());
    private static final SessionRules THREE = new SessionRules(Duration.ofHours(1), Duration.ofHours(12), 3, false);

    private final TestClock clock = new TestClock(Instant.parse("2026-05-04T10:00:00Z"));
    private final Tokens tokens = new Tokens(new SecureRandom());
    private SqliteTable sqlite;
    private Table table;
    private AuditLog audit;
    private Sessions sessions;
    private Rules rules;
    private Access access;
    private Desk desk;

    @BeforeEach
    void open(@TempDir Path folder) {
        sqlite = SqliteTable.open(folder.resolve("hub.db"), clock);
        table = new UnsettledTable(sqlite, clock, 4);
        audit = new AuditLog(table, clock);
        sessions = new Sessions(table, audit, new Sessions.Settings(THREE, tokens), clock);
        rules = new Rules(table, clock);
        access = new Access(rules, new Access.Logs(audit, new AccessLog(table, clock)), clock);
        var secrets = new LocalAccounts.Secrets(new PlainHash(), new NoSealing());
        desk = new Desk(new LocalAccounts(table, secrets, clock), sessions, new AttemptLimits(table, clock), audit);
    }

    @AfterEach
    void close() {
        sqlite.close();
    }

    @Test
    void signsInBindsMintsAndLeavesAWholeChain() {
        var first = new FirstAdmin(table, desk, tokens);
        var opened = in(first.claim(first.code().orElseThrow(), ANA, KNOCK));
        var keys = new ApiKeys(table, audit, keySettings(), clock);
        var gate = new Gate(sessions, keys, access);
        var ana = gate.session(opened.token().text(), false).orElseThrow();

        var act = access.require(ana, Permission.BINDING_MANAGE, Target.Hub.VALUE, ORIGIN);
        new RuleChanges(table, rules, audit).save(binding(), act);
        var minted = keys.mint(
                new ApiKeys.Wish(
                        "ci", new ApiKey.Grant(Set.of(Permission.ACCOUNT_READ), Optional.empty()), Duration.ofDays(9)),
                access.require(ana, Permission.KEY_MINT, Target.Hub.VALUE, ORIGIN));
        var machine = gate.bearer(minted.text(), ORIGIN).orElseThrow();

        assertThat(rules.bindings()).contains(binding());
        assertThat(gate.decide(machine, Permission.ACCOUNT_READ, Target.Hub.VALUE, ORIGIN))
                .isEqualTo(new Decision.Allowed("first-admin"));
        assertThat(gate.decide(machine, Permission.ACCOUNT_DELETE, Target.Hub.VALUE, ORIGIN)
                        .allowed())
                .isFalse();
        assertThat(new LocalSignIn(desk).signIn(ANA, KNOCK)).isInstanceOf(SignedIn.In.class);
        assertThat(new Users(table, audit).find(ana.user())).isPresent();
        assertThat(verified().records()).isGreaterThanOrEqualTo(5);
        assertThat(verified().flaws()).isEmpty();
    }

    @Test
    @Tag("B16")
    @DisplayName("B16: on the real table, too, a hundred sign-ins at once leave three sessions")
    void leavesThreeOfAHundredAtOnce() throws Exception {
        var company = new CompanySignIn(table, desk);
        var who = new Vouched(
                new UserId("https://idp.example", "ana"), "Ana", Optional.empty(), Set.of(), List.of("mfa"));
        company.signIn(who, KNOCK);
        var opened = new HashSet<Opened>();
        try (var threads = Executors.newFixedThreadPool(100)) {
            List<Callable<Opened>> signIns = IntStream.range(0, 100)
                    .<Callable<Opened>>mapToObj(_ -> () -> in(company.signIn(who, KNOCK)))
                    .toList();
            for (var done : threads.invokeAll(signIns)) {
                opened.add(done.get());
            }
        }

        assertThat(opened).hasSize(100);
        assertThat(opened.stream()
                        .filter(it -> sessions.authenticate(it.token(), Sessions.Activity.BACKGROUND)
                                .isPresent()))
                .hasSize(3);
        assertThat(verified().flaws()).isEmpty();
        assertThat(verified().records()).isEqualTo(101);
    }

    private Verifier.Verdict verified() {
        var export = new AuditExport(table, clock);
        var verifier = Verifier.against(export.checkpoint());
        export.lines(line -> verifier.take((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return verifier.verdict();
    }

    private static Binding binding() {
        var ops = new GroupId("https://idp.example", "ops");
        return new Binding("ops", ops, "operator", new Scope.InEnvironment("test"), Period.ALWAYS);
    }

    private ApiKeys.Settings keySettings() {
        var pepper = new Pepper("p1", new SecretKeySpec(new byte[] {1, 2, 3}, "HmacSHA256"));
        return new ApiKeys.Settings("home", tokens, new Peppers(pepper, Optional.empty()));
    }

    private static Opened in(SignedIn signedIn) {
        return ((SignedIn.In) signedIn).opened();
    }

    private static final class NoSealing implements Sealing {
        @Override
        public String seal(byte[] secret, String place) {
            throw new UnsupportedOperationException("nobody has an authenticator here");
        }

        @Override
        public byte[] open(String sealed, String place) {
            throw new UnsupportedOperationException("nobody has an authenticator here");
        }
    }
}
