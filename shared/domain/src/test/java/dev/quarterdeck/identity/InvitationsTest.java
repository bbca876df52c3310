package dev.quarterdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.identity.LocalAccounts.Typed;
import dev.quarterdeck.identity.Sessions.Activity;
import dev.quarterdeck.identity.access.Binding;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Period;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Role;
import dev.quarterdeck.identity.access.Scope;
import dev.quarterdeck.identity.access.Target;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private static final String OTHER = "nine yellow lanterns";

    private final Rig rig = new Rig(SessionRules.DEFAULT);
    private final Invitations invitations = new Invitations(rig.table, rig.desk, rig.access, rig.tokens, rig.clock);
    private final RuleChanges changes = new RuleChanges(rig.table, rig.rules, rig.audit);
    private final Opened opened = rig.ana();
    private final Act ana = act(rig.caller(opened), Permission.USER_MANAGE);

    @Test
    void aCodeIsTradedForAPasswordOnce() {
        var invited = invitations.invite("Ben", ana);

        assertThat(claim("bEN", invited.code().toUpperCase(Locale.ROOT))).isInstanceOf(SignedIn.In.class);
        assertThat(signIn("Ben", OTHER)).isInstanceOf(SignedIn.In.class);
        assertThat(claim("Ben", invited.code())).isEqualTo(new SignedIn.Refused());
    }

    @Test
    void whoIsInvitedMayDoNothingYet() {
        var ben = Rig.in(claim("Ben", invitations.invite("Ben", ana).code()));

        assertThat(rig.access.decide(rig.caller(ben), Permission.ACCOUNT_READ, Target.Hub.VALUE))
                .isInstanceOf(Decision.NotGiven.class);
    }

    @Test
    void wrongCodesAreRefusedAndOnRecord() {
        invitations.invite("Ben", ana);

        assertThat(claim("Ben", "aaaa-bbbb-cccc-dddd")).isEqualTo(new SignedIn.Refused());
        assertThat(claim("Nobody", "aaaa-bbbb-cccc-dddd")).isEqualTo(new SignedIn.Refused());
        assertThat(rig.table.rows().toString()).contains("invited");
    }

    @Test
    void codesEndAfterThreeDays() {
        var invited = invitations.invite("Ben", ana);
        rig.clock.pass(Invitations.LIFE.plusSeconds(1));

        assertThat(claim("Ben", invited.code())).isEqualTo(new SignedIn.Refused());
    }

    @Test
    void aNameIsGivenOnce() {
        invitations.invite("Ben", ana);

        assertThatThrownBy(() -> invitations.invite(" BEN ", ana)).hasMessageContaining("by the name");
        assertThatThrownBy(() -> invitations.invite("ana", ana)).hasMessageContaining("by the name");
        assertThatThrownBy(() -> invitations.invite("  ", ana)).hasMessageContaining("/name");
    }

    @Test
    void aNewCodeReplacesThePasswordAndEndsAllSessions() {
        var first = invitations.invite("Ben", ana);
        var ben = Rig.in(claim("Ben", first.code()));
        var second = invitations.again(first.user().id().handle(), ana);
        assertThat(signIn("Ben", OTHER)).isInstanceOf(SignedIn.In.class);

        assertThat(rig.desk.accounts().find("ben")).isPresent();
        assertThat(invitations.claim(second.code(), new Typed("Ben", Rig.PASSWORD, Optional.empty()), Rig.knock()))
                .isInstanceOf(SignedIn.In.class);
        assertThat(signIn("Ben", OTHER)).isEqualTo(new SignedIn.Refused());
        assertThat(rig.sessions.authenticate(ben.token(), Activity.BACKGROUND)).isEmpty();
    }

    @Test
    void theLastCodeCounts() {
        var first = invitations.invite("Ben", ana);
        var second = invitations.again(first.user().id().handle(), ana);

        assertThat(claim("Ben", first.code())).isEqualTo(new SignedIn.Refused());
        assertThat(claim("Ben", second.code())).isInstanceOf(SignedIn.In.class);
    }

    @Test
    void theDisabledStayOut() {
        var invited = invitations.invite("Ben", ana);
        rig.users.enable(invited.user().id().handle(), false, ana);

        assertThat(claim("Ben", invited.code())).isEqualTo(new SignedIn.Refused());
    }

    /** Else whoever may manage users could become an administrator by renewing one's password. */
    @Test
    void nobodyRenewsWhoMayDoMore() {
        changes.save(new Role("people", "People", Set.of(Permission.USER_MANAGE)), ana);
        var invited = invitations.invite("Ben", ana);
        changes.save(new Binding("ben", invited.user().id(), "people", Scope.Everywhere.VALUE, Period.ALWAYS), ana);
        var ben = act(rig.caller(Rig.in(claim("Ben", invited.code()))), Permission.USER_MANAGE);
        var cleo = invitations.invite("Cleo", ben);

        assertThatThrownBy(() -> invitations.again(opened.session().user().handle(), ben))
                .hasMessageContaining("may do what you may not");
        assertThat(invitations.again(cleo.user().id().handle(), ben).code()).isNotEqualTo(cleo.code());
    }

    @Test
    void codesAreKeptAndToldNowhere() {
        var invited = invitations.invite("Ben", ana);

        assertThat(rig.table.rows().toString()).doesNotContain(invited.code());
        assertThat(invited.toString()).doesNotContain(invited.code());
        assertThat(invited.until()).isEqualTo(rig.clock.instant().plus(Duration.ofDays(3)));
    }

    private Act act(Caller caller, Permission permission) {
        return rig.access.require(
                caller, permission, Target.Hub.VALUE, Rig.knock().origin());
    }

    private SignedIn claim(String name, String code) {
        return invitations.claim(code, new Typed(name, OTHER, Optional.empty()), Rig.knock());
    }

    private SignedIn signIn(String name, String password) {
        return rig.signIn.signIn(new Typed(name, password, Optional.empty()), Rig.knock());
    }
}
