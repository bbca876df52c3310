package dev.quarterdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.identity.access.GroupId;
import dev.quarterdeck.identity.access.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class CompanySignInTest {
    private static final String IDP = "https://idp.example";
    private static final UserId ANA = new UserId(IDP, "ana-1");

    private final Rig rig = new Rig(SessionRules.STRICT);
    private final CompanySignIn company = new CompanySignIn(rig.table, rig.desk);

    @Test
    void makesTheUserAndTakesGroupsAsTheyAreEachTime() {
        var first = Rig.in(company.signIn(vouched(IDP, "ops", "admins"), Rig.knock()));
        assertThat(rig.caller(first).principal().groups())
                .containsExactlyInAnyOrder(new GroupId(IDP, "ops"), new GroupId(IDP, "admins"));

        var second = Rig.in(company.signIn(vouched(IDP, "ops"), Rig.knock()));

        assertThat(rig.caller(second).principal().groups()).containsExactly(new GroupId(IDP, "ops"));
        assertThat(rig.caller(first).principal().groups()).containsExactly(new GroupId(IDP, "ops"));
        assertThat(rig.caller(second).principal().only()).isEmpty();
        assertThat(rig.users.list(Optional.empty()).users()).hasSize(1);
    }

    @Test
    @Tag("B20")
    @DisplayName("B20: the same e-mail at another provider is another user")
    void keepsUsersOfProvidersApart() {
        company.signIn(vouched(IDP, "ops"), Rig.knock());
        company.signIn(vouched("https://other.example", "ops"), Rig.knock());

        assertThat(rig.users.list(Optional.empty()).users())
                .extracting(User::id)
                .containsExactlyInAnyOrder(ANA, new UserId("https://other.example", "ana-1"));
    }

    @Test
    void refusesTheDisabled() {
        company.signIn(vouched(IDP, "ops"), Rig.knock());
        rig.users.enable(
                ANA.handle(), false, rig.access.own(Caller.CONSOLE, Rig.knock().origin()));

        assertThat(company.signIn(vouched(IDP, "ops"), Rig.knock())).isEqualTo(new SignedIn.Refused());
        assertThat(rig.users.find(ANA).orElseThrow().enabled()).isFalse();
    }

    private static Vouched vouched(String issuer, String... groups) {
        var ids =
                List.of(groups).stream().map(name -> new GroupId(issuer, name)).toList();
        return new Vouched(
                new UserId(issuer, "ana-1"), "Ana", Optional.of("ana@example.com"), Set.copyOf(ids), List.of("mfa"));
    }
}
