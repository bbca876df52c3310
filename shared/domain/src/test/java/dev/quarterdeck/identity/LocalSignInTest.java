package dev.quarterdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.identity.LocalAccounts.Typed;
import dev.quarterdeck.kernel.FailureException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LocalSignInTest {
    private static final SignedIn REFUSED = new SignedIn.Refused();

    private final Rig rig = new Rig(SessionRules.DEFAULT);

    @Test
    void theCodeIsGoodForOneAdministrator() {
        String older = rig.firstAdmin.code().orElseThrow();
        String code = rig.firstAdmin.code().orElseThrow();
        var ana = new Typed("Ana", Rig.PASSWORD, Optional.empty());

        assertThat(rig.firstAdmin.claim(older, ana, Rig.knock())).isEqualTo(REFUSED);
        var opened = Rig.in(rig.firstAdmin.claim(code.toUpperCase(Locale.ROOT), ana, Rig.knock()));
        assertThat(rig.firstAdmin.claim(code, new Typed("Eve", Rig.PASSWORD, Optional.empty()), Rig.knock()))
                .isEqualTo(REFUSED);

        assertThat(rig.firstAdmin.code()).isEmpty();
        assertThat(rig.rules.bindings())
                .extracting(it -> it.subject())
                .containsExactly(opened.session().user());
        assertThat(rig.table.rows().toString()).doesNotContain(code);
    }

    @Test
    void aBadPasswordLeavesTheCodeGood() {
        String code = rig.firstAdmin.code().orElseThrow();

        assertThatThrownBy(() -> rig.firstAdmin.claim(code, new Typed("Ana", "short", Optional.empty()), Rig.knock()))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("15 to 256");
        assertThat(rig.firstAdmin.claim(code, new Typed("Ana", Rig.PASSWORD, Optional.empty()), Rig.knock()))
                .isInstanceOf(SignedIn.In.class);
    }

    @Test
    @Tag("B22")
    @DisplayName("B22: a wrong name and a wrong password get the same answer for the same work")
    void tellsNoNames() {
        rig.ana();

        int before = rig.passwords.compared.get();
        assertThat(rig.signIn.signIn(new Typed("ana", "wrong", Optional.empty()), Rig.knock()))
                .isEqualTo(REFUSED);
        int known = rig.passwords.compared.get() - before;
        assertThat(rig.signIn.signIn(new Typed("bob", "wrong", Optional.empty()), Rig.knock()))
                .isEqualTo(REFUSED);
        int unknown = rig.passwords.compared.get() - before - known;

        assertThat(known).isEqualTo(1);
        assertThat(unknown).isEqualTo(1);
    }

    @Test
    @Tag("B22")
    @DisplayName("B22: the eleventh attempt at a name is refused, known or not, right or wrong, until the window ends")
    void limitsAttemptsPerName() {
        rig.ana();
        for (String name : List.of("ana", "bob")) {
            for (int i = 0; i < AttemptLimits.PER_NAME; i++) {
                assertThat(rig.signIn.signIn(new Typed(name, "wrong", Optional.empty()), Rig.knock("198.51.100." + i)))
                        .isEqualTo(REFUSED);
            }
            assertThatThrownBy(() -> rig.signIn.signIn(new Typed(name, Rig.PASSWORD, Optional.empty()), Rig.knock()))
                    .hasMessage("TooMany[what=attempts to sign in, retryAfter=PT15M]");
        }

        rig.clock.pass(Duration.ofMinutes(15));
        assertThat(rig.again().token()).isNotNull();
    }

    @Test
    @Tag("B22")
    @DisplayName("B22: one source that tries one password on many names is stopped; other sources are not")
    void limitsAttemptsPerSource() {
        rig.ana();
        for (int i = 0; i < AttemptLimits.PER_SOURCE; i++) {
            rig.signIn.signIn(new Typed("name-" + i, "Summer2026Summer!", Optional.empty()), Rig.knock("203.0.113.9"));
        }

        assertThatThrownBy(() ->
                        rig.signIn.signIn(new Typed("ana", Rig.PASSWORD, Optional.empty()), Rig.knock("203.0.113.9")))
                .hasMessageContaining("TooMany");
        assertThat(rig.again().session().user().issuer()).isEqualTo("local");
    }

    @Test
    @Tag("B22")
    @DisplayName("B22: forty attempts at once get ten guesses")
    void countsAttemptsBeforeJudgingThem() throws Exception {
        rig.ana();
        int before = rig.passwords.compared.get();
        int limited = 0;
        try (var threads = Executors.newFixedThreadPool(40)) {
            List<Callable<SignedIn>> guesses = IntStream.range(0, 40)
                    .<Callable<SignedIn>>mapToObj(
                            i -> () -> rig.signIn.signIn(new Typed("ana", "guess " + i, Optional.empty()), Rig.knock()))
                    .toList();
            for (var guess : threads.invokeAll(guesses)) {
                try {
                    assertThat(guess.get()).isEqualTo(REFUSED);
                } catch (ExecutionException e) {
                    assertThat(e).hasMessageContaining("TooMany");
                    limited++;
                }
            }
        }

        assertThat(limited).isEqualTo(30);
        assertThat(rig.passwords.compared.get() - before).isEqualTo(10);
    }

    @Test
    void takesBackAttemptsThatSucceed() {
        rig.ana();

        for (int i = 0; i < 3 * AttemptLimits.PER_SOURCE; i++) {
            assertThat(rig.again().ended()).hasSizeLessThan(2);
        }
    }

    @Test
    void recordsSignInsAndRefusalsWithoutWhatWasTyped() {
        var opened = rig.ana();
        rig.signIn.signIn(new Typed("my password is hunter2", "wrong", Optional.empty()), Rig.knock());

        var records =
                rig.audit.day(LocalDate.parse("2026-05-04"), Optional.empty()).rows();

        assertThat(records).hasSize(2);
        assertThat(records.toString())
                .contains(opened.session().id())
                .contains("denied")
                .doesNotContain("hunter2")
                .doesNotContain(Rig.PASSWORD);
    }

    @Test
    void aDisabledUserIsRefusedLikeAnUnknownOne() {
        var opened = rig.ana();
        rig.users.enable(
                opened.session().user().handle(),
                false,
                rig.access.own(Caller.CONSOLE, Rig.knock().origin()));

        assertThat(rig.signIn.signIn(new Typed("ana", Rig.PASSWORD, Optional.empty()), Rig.knock()))
                .isEqualTo(REFUSED);
    }
}
