package dev.quarterdeck.identity.access;

import static dev.quarterdeck.identity.access.Permission.ACCOUNT_DELETE;
import static dev.quarterdeck.identity.access.Permission.ACCOUNT_READ;
import static dev.quarterdeck.identity.access.Permission.CREDENTIAL_REVEAL;
import static dev.quarterdeck.identity.access.Permission.KEY_MINT;
import static dev.quarterdeck.identity.access.Permission.USER_READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.identity.access.Explanation.Bearing;
import dev.quarterdeck.identity.access.Explanation.Considered;
import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PoliciesTest {
    private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
    private static final UserId ANA = new UserId("https://idp.example", "ana");
    private static final GroupId OPS = new GroupId("https://idp.example", "ops");
    private static final Principal ANA_OF_OPS = new Principal(ANA, Set.of(OPS), Optional.empty());
    private static final Target.InAccount SHOP = new Target.InAccount(
            "111111111111", List.of("r-1", "ou-shop"), Map.of("tier", "gold"), Optional.of("prod"), Optional.of("web"));
    private static final Target.InAccount BLOG =
            new Target.InAccount("222222222222", List.of("r-1"), Map.of(), Optional.empty(), Optional.empty());

    @Test
    void deniesWhatNoBindingGives() {
        assertThat(policies().decide(asks(ACCOUNT_READ, SHOP))).isEqualTo(Decision.NotGiven.VALUE);
    }

    @Test
    void allowsWhatABindingOfAGroupGives() {
        var policies = policies(binding("b1", OPS, Scope.Everywhere.VALUE));

        assertThat(policies.decide(asks(ACCOUNT_DELETE, SHOP))).isEqualTo(new Decision.Allowed("b1"));
        assertThat(policies.decide(asks(USER_READ, Target.Hub.VALUE))).isEqualTo(Decision.NotGiven.VALUE);
    }

    @Test
    @Tag("B19")
    @DisplayName("B19: a group named 'ops,admins' is one group, and not a member of either")
    void matchesGroupsWhole() {
        var policies = policies(binding("b1", OPS, Scope.Everywhere.VALUE));
        var odd = new Principal(ANA, Set.of(new GroupId(OPS.issuer(), "ops,admins")), Optional.empty());
        var cased = new Principal(ANA, Set.of(new GroupId(OPS.issuer(), "Ops")), Optional.empty());

        assertThat(policies.decide(new Request(odd, ACCOUNT_READ, SHOP, context())))
                .isEqualTo(Decision.NotGiven.VALUE);
        assertThat(policies.decide(new Request(cased, ACCOUNT_READ, SHOP, context())))
                .isEqualTo(Decision.NotGiven.VALUE);
    }

    @Test
    @Tag("B20")
    @DisplayName("B20: the same name at another provider is another user and another group")
    void keepsProvidersApart() {
        var policies = policies(binding("b1", OPS, Scope.Everywhere.VALUE), binding("b2", ANA, Scope.Everywhere.VALUE));
        var foreign = new Principal(
                new UserId("https://other.example", "ana"),
                Set.of(new GroupId("https://other.example", "ops")),
                Optional.empty());

        assertThat(policies.decide(new Request(foreign, ACCOUNT_READ, SHOP, context())))
                .isEqualTo(Decision.NotGiven.VALUE);
    }

    static Stream<Scope> scopesOfTheShop() {
        return Stream.of(
                new Scope.Accounts(Set.of("111111111111")),
                new Scope.Under("ou-shop"),
                new Scope.Tagged("tier", "gold"),
                new Scope.InEnvironment("prod"),
                new Scope.OfTeam("web"),
                new Scope.AllOf(Set.of(new Scope.Under("r-1"), new Scope.InEnvironment("prod"))));
    }

    @ParameterizedTest
    @MethodSource("scopesOfTheShop")
    void aScopeHoldsThereAndNowhereElse(Scope scope) {
        var policies = policies(binding("b1", ANA, scope));

        assertThat(policies.decide(asks(ACCOUNT_READ, SHOP))).isEqualTo(new Decision.Allowed("b1"));
        assertThat(policies.decide(asks(ACCOUNT_READ, BLOG))).isEqualTo(Decision.NotGiven.VALUE);
        assertThat(policies.decide(asks(ACCOUNT_READ, Target.Hub.VALUE))).isEqualTo(Decision.NotGiven.VALUE);
    }

    @ParameterizedTest
    @MethodSource("scopesOfTheShop")
    void aDenyOverridesWhereItsScopeHolds(Scope scope) {
        var deny = new Deny("d1", Optional.empty(), Set.of(ACCOUNT_DELETE), scope, "audit season");
        var policies = new Policies(Role.BUILT_IN, List.of(binding("b1", ANA, Scope.Everywhere.VALUE)), List.of(deny));

        assertThat(policies.decide(asks(ACCOUNT_DELETE, SHOP))).isEqualTo(new Decision.Forbidden("d1", "audit season"));
        assertThat(policies.decide(asks(ACCOUNT_DELETE, BLOG))).isEqualTo(new Decision.Allowed("b1"));
        assertThat(policies.decide(asks(ACCOUNT_READ, SHOP))).isEqualTo(new Decision.Allowed("b1"));
    }

    @Test
    void aBindingHoldsFromItsBeginningToJustBeforeItsEnd() {
        var period = new Period(Optional.of(NOW.minusSeconds(10)), Optional.of(NOW.plusSeconds(10)));
        var policies = policies(new Binding("b1", ANA, "operator", Scope.Everywhere.VALUE, period));

        assertThat(Stream.of(-11, -10, 9, 10)
                        .map(second -> policies.decide(
                                        new Request(ANA_OF_OPS, ACCOUNT_READ, SHOP, at(NOW.plusSeconds(second))))
                                .allowed()))
                .containsExactly(false, true, true, false);
    }

    @Test
    void sensitiveActsNeedASignInWithinFiveMinutes() {
        var policies = policies(new Binding("b1", ANA, "admin", Scope.Everywhere.VALUE, Period.ALWAYS));

        assertThat(policies.decide(reveal(NOW.minusSeconds(300)))).isEqualTo(new Decision.Allowed("b1"));
        assertThat(policies.decide(reveal(NOW.minusSeconds(301)))).isEqualTo(new Decision.SignInAgain(Policies.FRESH));
        assertThat(policies.decide(reveal(NOW.plusSeconds(301)))).isEqualTo(new Decision.SignInAgain(Policies.FRESH));
    }

    @Test
    void aKeyNarrowsItsOwnerAndNeverMintsKeys() {
        var policies = policies(new Binding("b1", ANA, "admin", Scope.Everywhere.VALUE, Period.ALWAYS));
        var key = new Principal(ANA, Set.of(), Optional.of(Set.of(ACCOUNT_READ, KEY_MINT)));

        assertThat(policies.decide(new Request(key, ACCOUNT_READ, SHOP, context())))
                .isEqualTo(new Decision.Allowed("b1"));
        assertThat(policies.decide(new Request(key, ACCOUNT_DELETE, SHOP, context())))
                .isEqualTo(Decision.NotThisWay.VALUE);
        assertThat(policies.decide(new Request(key, KEY_MINT, Target.Hub.VALUE, context())))
                .isEqualTo(Decision.NotThisWay.VALUE);
    }

    static Stream<Json.Obj> senselessContexts() {
        Json time = Json.of(NOW.getEpochSecond());
        return Stream.of(
                Json.Obj.EMPTY,
                Json.of(Map.of("at", time)),
                Json.of(Map.of("signed_in", time)),
                Json.of(Map.of("at", Json.Null.VALUE, "signed_in", time)),
                Json.of(Map.of("at", Json.of("2026-05-04"), "signed_in", time)),
                Json.of(Map.of("at", time, "signed_in", Json.of(true))),
                Json.of(Map.of("at", time, "signed_in", Json.of(List.of(time)))),
                Json.of(Map.of("at", new Json.Num(new BigDecimal("1.5")), "signed_in", time)),
                Json.of(Map.of("at", new Json.Num(new BigDecimal("1e400")), "signed_in", time)),
                Json.of(Map.of("at", Json.of(Long.MAX_VALUE), "signed_in", Json.of(-1))));
    }

    @ParameterizedTest
    @MethodSource("senselessContexts")
    @Tag("C10")
    @DisplayName("C10: a context that is missing, null or of a wrong type is denied")
    void deniesWhereTheContextMakesNoSense(Json.Obj context) {
        var policies = policies(binding("b1", ANA, Scope.Everywhere.VALUE));
        var request = new Request(ANA_OF_OPS, ACCOUNT_READ, SHOP, context);

        assertThat(policies.decide(request)).isEqualTo(new Decision.Senseless("context"));
        assertThat(policies.explain(request).decision()).isEqualTo(new Decision.Senseless("context"));
        assertThat(policies.sight(ANA_OF_OPS, ACCOUNT_READ, context)).isEqualTo(Sight.NOTHING);
    }

    @Test
    @Tag("C10")
    @DisplayName("C10: no request, or one with holes, is denied")
    @SuppressWarnings("NullAway") // what a caller that is not checked for null may pass
    void deniesNull() {
        var policies = policies(binding("b1", ANA, Scope.Everywhere.VALUE));

        assertThat(policies.decide(null).allowed()).isFalse();
        assertThat(policies.decide(new Request(null, ACCOUNT_READ, SHOP, context()))
                        .allowed())
                .isFalse();
        assertThat(policies.decide(new Request(ANA_OF_OPS, null, SHOP, context()))
                        .allowed())
                .isFalse();
        assertThat(policies.decide(new Request(ANA_OF_OPS, ACCOUNT_READ, null, context()))
                        .allowed())
                .isFalse();
        assertThat(policies.decide(new Request(ANA_OF_OPS, ACCOUNT_READ, SHOP, null))
                        .allowed())
                .isFalse();
    }

    @Test
    void explainsWhatEachRuleSaid() {
        var ended = new Period(Optional.empty(), Optional.of(NOW));
        var policies = new Policies(
                Role.BUILT_IN,
                List.of(
                        binding("b1", ANA, new Scope.InEnvironment("test")),
                        new Binding("b2", ANA, "admin", Scope.Everywhere.VALUE, ended),
                        new Binding("b3", OPS, "gone", Scope.Everywhere.VALUE, Period.ALWAYS),
                        binding("b4", new UserId("x", "y"), Scope.Everywhere.VALUE)),
                List.of(new Deny("d1", Optional.of(OPS), Set.of(ACCOUNT_DELETE), Scope.Everywhere.VALUE, "frozen")));

        assertThat(policies.explain(asks(ACCOUNT_READ, SHOP)))
                .isEqualTo(new Explanation(
                        Decision.NotGiven.VALUE,
                        List.of(
                                new Considered("deny:d1", Bearing.OTHER_PERMISSION),
                                new Considered("binding:b1", Bearing.OTHER_PLACE),
                                new Considered("binding:b2", Bearing.ENDED),
                                new Considered("binding:b3", Bearing.UNKNOWN_ROLE))));
    }

    private static Policies policies(Binding... bindings) {
        return new Policies(Role.BUILT_IN, List.of(bindings), List.of());
    }

    private static Binding binding(String id, Subject subject, Scope scope) {
        return new Binding(id, subject, "operator", scope, Period.ALWAYS);
    }

    private static Request asks(Permission permission, Target target) {
        return new Request(ANA_OF_OPS, permission, target, context());
    }

    private static Request reveal(Instant signedIn) {
        return new Request(ANA_OF_OPS, CREDENTIAL_REVEAL, SHOP, Request.context(NOW, signedIn));
    }

    private static Json.Obj context() {
        return at(NOW);
    }

    private static Json.Obj at(Instant time) {
        return Request.context(time, NOW);
    }
}
