package dev.quarterdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.identity.access.Binding;
import dev.quarterdeck.identity.access.Deny;
import dev.quarterdeck.identity.access.GroupId;
import dev.quarterdeck.identity.access.Period;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Principal;
import dev.quarterdeck.identity.access.Role;
import dev.quarterdeck.identity.access.RuleCodec;
import dev.quarterdeck.identity.access.Scope;
import dev.quarterdeck.identity.access.Subject;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.identity.access.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleChangesTest {
    private static final Origin ORIGIN = new Origin("r", "192.0.2.1", "test");
    private static final UserId BOB = new UserId("local", "bob");
    private static final Role AUDITOR = new Role("auditor", "Auditor", Set.of(Permission.AUDIT_READ));

    private final Rig rig = new Rig(SessionRules.DEFAULT);
    private final RuleChanges changes = new RuleChanges(rig.table, rig.rules, rig.audit);
    private final Act ana = rig.access.own(rig.caller(rig.ana()), ORIGIN);
    private final Act console = rig.access.own(Caller.CONSOLE, ORIGIN);

    @Test
    void savesRulesWithTheirRecords() {
        changes.save(AUDITOR, ana);
        changes.save(binding("b1", BOB, "auditor"), ana);
        changes.save(deny("d1", Optional.of(BOB)), ana);

        assertThat(rig.rules.roles()).contains(AUDITOR);
        assertThat(rig.rules.bindings()).contains(binding("b1", BOB, "auditor"));
        assertThat(rig.rules.denies()).containsExactly(deny("d1", Optional.of(BOB)));
        assertThat(rig.audit
                        .day(LocalDate.parse("2026-05-04"), Optional.empty())
                        .rows()
                        .toString())
                .contains("role.save", "binding.save", "deny.save");
    }

    @Test
    void removesRules() {
        changes.save(AUDITOR, ana);
        changes.save(binding("b1", BOB, "auditor"), ana);

        assertThatThrownBy(() -> changes.removeRole("auditor", ana)).hasMessageContaining("bound: b1");
        changes.removeBinding("b1", ana);
        changes.removeRole("auditor", ana);

        assertThat(rig.rules.roles()).isEqualTo(Role.BUILT_IN);
        assertThatThrownBy(() -> changes.removeBinding("b1", ana)).hasMessageContaining("NotFound");
    }

    @Test
    void keepsBuiltInRolesAndKnowsRoles() {
        var mine = new Role("admin", "Mine", Set.of());

        assertThatThrownBy(() -> changes.save(mine, ana)).hasMessageContaining("built in");
        assertThatThrownBy(() -> changes.save(binding("b1", BOB, "nobody"), ana))
                .hasMessageContaining("names no role");
    }

    @Test
    @Tag("C08")
    @DisplayName("C08: who edits rules cannot widen their own rights, by binding, role or deny; somebody else can")
    void nobodyWidensTheirOwnRights() {
        var own = binding("b1", ana.by().user(), "approver");
        changes.save(AUDITOR, console);
        changes.save(binding("b2", ana.by().user(), "auditor"), console);
        changes.save(deny("d1", Optional.empty()), console);

        assertThatThrownBy(() -> changes.save(own, ana)).hasMessageContaining("somebody else");
        assertThatThrownBy(() -> changes.save(AUDITOR, ana)).hasMessageContaining("somebody else");
        assertThatThrownBy(() -> changes.removeDeny("d1", ana)).hasMessageContaining("somebody else");
        changes.save(own, console);

        assertThat(rig.rules.bindings()).contains(own);
    }

    @Test
    void losesNoChangeWhenManyComeAtOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> saves = IntStream.range(0, 40)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        changes.save(binding("b" + i, BOB, "viewer"), ana);
                        return i;
                    })
                    .toList();
            for (var save : threads.invokeAll(saves)) {
                assertThat(save.get()).isNotNull();
            }
        }

        assertThat(rig.rules.bindings()).hasSize(41);
        var bob = new Caller(new Principal(BOB, Set.of(), Optional.empty()), "Bob", new Means.Console());
        assertThat(rig.access
                        .decide(bob, Permission.ACCOUNT_READ, Target.Hub.VALUE)
                        .allowed())
                .isTrue();
    }

    static Stream<Scope> scopes() {
        return Stream.of(
                Scope.Everywhere.VALUE,
                new Scope.Accounts(Set.of("111111111111", "222222222222")),
                new Scope.Under("ou-1"),
                new Scope.Tagged("tier", "gold"),
                new Scope.InEnvironment("prod"),
                new Scope.OfTeam("web"),
                new Scope.AllOf(
                        Set.of(new Scope.Under("ou-1"), new Scope.Tagged("a", "1"), new Scope.Tagged("b", "2"))));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void bindingsSurviveBeingWritten(Scope scope) {
        var period = new Period(Optional.of(Instant.EPOCH), Optional.empty());
        var binding = new Binding("b", new GroupId("https://idp.example", "a,b"), "viewer", scope, period);

        assertThat(RuleCodec.binding(RuleCodec.encode(binding))).isEqualTo(binding);
    }

    private static Binding binding(String id, Subject subject, String role) {
        return new Binding(id, subject, role, Scope.Everywhere.VALUE, Period.ALWAYS);
    }

    private static Deny deny(String id, Optional<Subject> subject) {
        return new Deny(id, subject, Set.of(Permission.ACCOUNT_DELETE), Scope.Everywhere.VALUE, "frozen");
    }
}
