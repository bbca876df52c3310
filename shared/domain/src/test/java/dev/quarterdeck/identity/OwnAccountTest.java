package dev.quarterdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.identity.LocalAccounts.Typed;
import dev.quarterdeck.identity.Sessions.Activity;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.kernel.Base32;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OwnAccountTest {
    private static final String OTHER = "nine yellow lanterns";

    private final Rig rig = new Rig(SessionRules.STRICT);
    private final OwnAccount own = new OwnAccount(rig.table, rig.desk, rig.tokens);
    private final Opened opened = rig.ana();
    private final Act ana = rig.access.own(rig.caller(opened), Rig.knock().origin());

    @Test
    void aCodeIsNeededOnceOneWasShown() {
        var enrolment = own.begin(ana);
        assertThat(signIn(Optional.empty())).isInstanceOf(SignedIn.In.class);

        assertThat(own.confirm("000000", ana)).isFalse();
        assertThat(own.confirm(code(enrolment), ana)).isTrue();
        assertThat(signIn(Optional.empty())).isEqualTo(new SignedIn.CodeNeeded());

        rig.clock.pass(Duration.ofSeconds(30));
        var in = Rig.in(signIn(Optional.of(code(enrolment))));
        assertThat(in.session().signIn().methods()).isEqualTo(List.of("pwd", "otp"));
        assertThat(rig.access.decide(rig.caller(in), Permission.ACCOUNT_READ, Target.Hub.VALUE))
                .isEqualTo(new Decision.Allowed("first-admin"));
    }

    @Test
    void aCodeIsGoodOnce() {
        var enrolment = own.begin(ana);
        own.confirm(code(enrolment), ana);
        assertThat(signIn(Optional.of(code(enrolment)))).isEqualTo(new SignedIn.Refused());

        rig.clock.pass(Duration.ofSeconds(30));
        assertThat(signIn(Optional.of(code(enrolment)))).isInstanceOf(SignedIn.In.class);
        assertThat(signIn(Optional.of(code(enrolment)))).isEqualTo(new SignedIn.Refused());
    }

    @Test
    void keepsTheSecretSealed() {
        var enrolment = own.begin(ana);

        assertThat(rig.table.rows().toString()).doesNotContain(enrolment.secret());
        assertThat(enrolment.toString()).doesNotContain(enrolment.secret());
        assertThat(enrolment.uri())
                .isEqualTo("otpauth://totp/Quarterdeck:ana?secret=%s&issuer=Quarterdeck".formatted(enrolment.secret()));
    }

    @Test
    void aNewPasswordEndsAllSessions() {
        assertThatThrownBy(() -> own.changePassword("wrong", OTHER, ana)).hasMessageContaining("/old_password");
        assertThatThrownBy(() -> own.changePassword(Rig.PASSWORD, "short", ana)).hasMessageContaining("/new_password");
        own.changePassword(Rig.PASSWORD, OTHER, ana);

        assertThat(rig.sessions.authenticate(opened.token(), Activity.PERSON)).isEmpty();
        assertThat(signIn(Optional.empty())).isEqualTo(new SignedIn.Refused());
        assertThat(rig.signIn.signIn(new Typed("ana", OTHER, Optional.empty()), Rig.knock()))
                .isInstanceOf(SignedIn.In.class);
    }

    @Test
    void careMeansASignInWithinFiveMinutes() {
        rig.clock.pass(Duration.ofMinutes(6));

        assertThatThrownBy(() -> rig.access.ownWithCare(ana.by(), ana.from()))
                .hasMessageContaining("FreshSignInNeeded");
    }

    private SignedIn signIn(Optional<String> code) {
        return rig.signIn.signIn(new Typed("ana", Rig.PASSWORD, code), Rig.knock());
    }

    private String code(OwnAccount.Enrolment enrolment) {
        byte[] secret = Base32.decode(enrolment.secret().toLowerCase(Locale.ROOT), 20);
        return Totp.COMMON.at(secret, rig.clock.instant().getEpochSecond() / 30);
    }
}
