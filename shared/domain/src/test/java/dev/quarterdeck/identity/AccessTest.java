package dev.quarterdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.identity.access.Binding;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Period;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.RuleCodec;
import dev.quarterdeck.identity.access.Scope;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static final Origin ORIGIN = new Origin("r-7", "192.0.2.1", "test");

    private final Rig rig = new Rig(SessionRules.DEFAULT);

    @Test
    void givesTheRightToActAndLeavesItsRecordToTheChange() {
        var ana = rig.caller(rig.ana());

        var act = rig.access.require(ana, Permission.ACCOUNT_CONNECT, Target.Hub.VALUE, ORIGIN);

        assertThat(act).isEqualTo(new Act(ana, ORIGIN, new Decision.Allowed("first-admin")));
        assertThat(recorded()).hasSize(1);
    }

    @Test
    void recordsDenials() {
        var ana = rig.caller(rig.ana());
        rig.clock.pass(Duration.ofMinutes(6));

        assertThatThrownBy(() -> rig.access.require(ana, Permission.USER_MANAGE, Target.Hub.VALUE, ORIGIN))
                .isInstanceOf(FailureException.class)
                .hasMessage("FreshSignInNeeded[within=PT5M]");
        assertThat(recorded().getFirst().data().get("outcome").orElseThrow().canonical())
                .isEqualTo("{\"decision\":\"denied\",\"reasons\":[\"sign-in-again\"],\"result\":\"refused\"}");
    }

    @Test
    void keepsAllowedReadsInTheAccessLog() {
        var ana = rig.caller(rig.ana());
        for (int i = 0; i < 150; i++) {
            rig.access.require(ana, Permission.ACCOUNT_READ, Target.Hub.VALUE, ORIGIN);
        }

        assertThat(rig.reads.flush()).isTrue();

        assertThat(recorded()).hasSize(1);
        assertThat(rig.table.rows().values().stream()
                        .filter(row -> row.key().partition().matches("access#\\d"))
                        .map(row -> ((Json.Arr) row.data().get("reads").orElseThrow())
                                .items()
                                .size()))
                .containsExactlyInAnyOrder(100, 50);
    }

    @Test
    @Tag("F06")
    @DisplayName("F06: reads end where the access log cannot be written")
    void refusesReadsThatItCannotRecord() {
        var ana = rig.caller(rig.ana());
        rig.table.breakDown();

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 100; i++) {
                        rig.access.require(ana, Permission.ACCOUNT_READ, Target.Hub.VALUE, ORIGIN);
                    }
                })
                .hasMessageContaining("Unavailable");
    }

    @Test
    @Tag("C11")
    @DisplayName("C11: a revoked right is gone at once for changes, and within ten seconds for reads")
    void forgetsRevokedRights() {
        var ana = rig.caller(rig.ana());
        assertThat(rig.access
                        .decide(ana, Permission.ACCOUNT_READ, Target.Hub.VALUE)
                        .allowed())
                .isTrue();

        rig.table.write(Write.delete(Rules.binding("first-admin")), Rules.changed());

        assertThat(rig.access
                        .decide(ana, Permission.ACCOUNT_READ, Target.Hub.VALUE)
                        .allowed())
                .isTrue();
        rig.clock.pass(Duration.ofSeconds(11));
        assertThat(rig.access
                        .decide(ana, Permission.ACCOUNT_READ, Target.Hub.VALUE)
                        .allowed())
                .isFalse();
    }

    @Test
    @Tag("C11")
    @DisplayName("C11: no decision about a change rests on older rules")
    void decidesChangesByTheRulesOfNow() {
        var ana = rig.caller(rig.ana());
        assertThat(rig.access
                        .decide(ana, Permission.ACCOUNT_DELETE, Target.Hub.VALUE)
                        .allowed())
                .isTrue();

        rig.table.write(Write.delete(Rules.binding("first-admin")), Rules.changed());

        assertThat(rig.access.decide(ana, Permission.ACCOUNT_DELETE, Target.Hub.VALUE))
                .isEqualTo(new Decision.NotGiven());
    }

    @Test
    void theConsoleNeedsNoBinding() {
        assertThat(rig.access.decide(Caller.CONSOLE, Permission.USER_MANAGE, Target.Hub.VALUE))
                .isEqualTo(new Decision.Allowed("console"));
    }

    @Test
    void readsAThousandRulesOverSeveralPages() {
        var ana = rig.caller(rig.ana());
        for (int i = 0; i < 1100; i++) {
            var scope = new Scope.Accounts(Set.of("%012d".formatted(i)));
            var binding = new Binding("b" + i, ana.user(), "viewer", scope, Period.ALWAYS);
            rig.table.write(Write.put(Row.of(Rules.binding(binding.id()), RuleCodec.encode(binding))), Rules.changed());
        }

        assertThat(rig.rules.bindings()).hasSize(1101);
    }

    @Test
    void underStrictRulesASignInWithoutSecondFactorReachesNothing() {
        var strict = new Rig(SessionRules.STRICT);
        var ana = strict.caller(strict.ana());

        assertThat(strict.access.decide(ana, Permission.ACCOUNT_READ, Target.Hub.VALUE))
                .isEqualTo(new Decision.NotThisWay());
    }

    private List<Row> recorded() {
        return rig.audit.day(LocalDate.parse("2026-05-04"), Optional.empty()).rows();
    }
}
