package dev.quarterdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.identity.LocalAccounts.Typed;
import dev.quarterdeck.identity.Sessions.Activity;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Origin ORIGIN = new Origin("r", "192.0.2.1", "test");
    private static final SessionRules THREE = new SessionRules(Duration.ofMinutes(15), Duration.ofHours(12), 3, false);

    private final Rig rig = new Rig(THREE);

    @Test
    void saysWhoHoldsAToken() {
        var opened = rig.ana();

        var caller = rig.sessions.authenticate(opened.token(), Activity.PERSON).orElseThrow();

        assertThat(caller.name()).isEqualTo("Ana");
        assertThat(caller.user()).isEqualTo(opened.session().user());
        assertThat(caller.means()).isEqualTo(opened.session().means());
        assertThat(rig.sessions.authenticate(new SessionToken("a".repeat(52)), Activity.PERSON))
                .isEmpty();
    }

    @Test
    void keepsNoTokenInTheTable() {
        var opened = rig.ana();

        assertThat(rig.table.rows().toString()).doesNotContain(opened.token().text());
        assertThat(opened.token().toString()).isEqualTo("SessionToken[***]");
    }

    @Test
    @Tag("B15")
    @DisplayName("B15: signing in makes a new session, and ends the one that the browser came with")
    void opensANewSessionAtSignIn() {
        var before = rig.ana();
        var knock = new Knock(Optional.of(before.token()), "a laptop", ORIGIN);

        var after = Rig.in(rig.signIn.signIn(new Typed("ana", Rig.PASSWORD, Optional.empty()), knock));

        assertThat(after.token()).isNotEqualTo(before.token());
        assertThat(after.ended()).isEmpty();
        assertThat(rig.sessions.authenticate(before.token(), Activity.PERSON)).isEmpty();
        assertThat(rig.sessions.authenticate(after.token(), Activity.PERSON)).isPresent();
    }

    @Test
    @Tag("B16")
    @DisplayName("B16: a fourth session ends the oldest, and says so")
    void endsTheOldestBeyondTheLimit() {
        var first = rig.ana();
        var others = List.of(rig.again(), rig.again());

        var fourth = rig.again();

        assertThat(fourth.ended()).containsExactly(first.session().id());
        assertThat(rig.sessions.authenticate(first.token(), Activity.PERSON)).isEmpty();
        assertThat(others)
                .allSatisfy(opened -> assertThat(rig.sessions.authenticate(opened.token(), Activity.PERSON))
                        .isPresent());
    }

    @Test
    @Tag("B16")
    @DisplayName("B16: a hundred sign-ins at once leave three sessions")
    void leavesThreeOfAHundredAtOnce() throws Exception {
        var user = rig.users.find(rig.ana().session().user()).orElseThrow();
        var opening = new Opening(
                user, List.of("pwd"), Rig.knock(), List.of(), session -> LocalSignIn.opened(session, Rig.knock()));
        var tokens = new HashSet<SessionToken>();
        try (var threads = Executors.newFixedThreadPool(100)) {
            List<Callable<SessionToken>> signIns = IntStream.range(0, 100)
                    .<Callable<SessionToken>>mapToObj(
                            _ -> () -> rig.sessions.open(opening).orElseThrow().token())
                    .toList();
            for (var done : threads.invokeAll(signIns)) {
                tokens.add(done.get());
            }
        }

        assertThat(tokens).hasSize(100);
        assertThat(tokens.stream()
                        .filter(token -> rig.sessions
                                .authenticate(token, Activity.BACKGROUND)
                                .isPresent()))
                .hasSize(3);
        assertThat(rig.table.rows().keySet().stream()
                        .filter(key -> key.partition().startsWith("session#")))
                .hasSize(3);
        assertThat(rig.sessions.of(user)).hasSize(3);
    }

    @Test
    @Tag("B17")
    @DisplayName("B17: a page that refreshes itself does not keep an idle session alive")
    void backgroundRequestsDoNotExtend() {
        var opened = rig.ana();

        for (int minute = 0; minute < 15; minute++) {
            rig.clock.pass(Duration.ofMinutes(1));
            assertThat(rig.sessions.authenticate(opened.token(), Activity.BACKGROUND))
                    .isPresent();
        }
        rig.clock.pass(Duration.ofSeconds(1));

        assertThat(rig.sessions.authenticate(opened.token(), Activity.BACKGROUND))
                .isEmpty();
        assertThat(rig.sessions.authenticate(opened.token(), Activity.PERSON)).isEmpty();
    }

    @Test
    void whatAPersonDoesExtendsUpToTheAbsoluteEnd() {
        var opened = rig.ana();

        for (int i = 0; i < 71; i++) {
            rig.clock.pass(Duration.ofMinutes(10));
            assertThat(rig.sessions.authenticate(opened.token(), Activity.PERSON))
                    .isPresent();
        }
        rig.clock.pass(Duration.ofMinutes(10));

        assertThat(rig.sessions.authenticate(opened.token(), Activity.PERSON)).isEmpty();
    }

    @Test
    @Tag("B08")
    @DisplayName("B08: disabling a user, or signing them out everywhere, ends their sessions at once")
    void aRaisedGenerationEndsSessions() {
        var opened = rig.ana();
        String handle = opened.session().user().handle();
        var act = rig.access.own(Caller.CONSOLE, ORIGIN);

        rig.users.signOutEverywhere(handle, act);
        assertThat(rig.sessions.authenticate(opened.token(), Activity.PERSON)).isEmpty();

        var again = rig.again();
        rig.users.enable(handle, false, act);
        assertThat(rig.sessions.authenticate(again.token(), Activity.PERSON)).isEmpty();

        rig.users.enable(handle, true, act);
        assertThat(rig.sessions.authenticate(again.token(), Activity.PERSON)).isEmpty();
    }

    @Test
    void listsAndEndsSessionsByTheirPublicId() {
        var first = rig.ana();
        rig.clock.pass(Duration.ofMinutes(1));
        var second = rig.again();
        var user = rig.users.find(first.session().user()).orElseThrow();
        var act = rig.access.own(rig.caller(second), ORIGIN);

        assertThat(rig.sessions.of(user))
                .extracting(Session::id)
                .containsExactly(second.session().id(), first.session().id());
        assertThat(rig.sessions.end(user, first.session().id(), act)).isTrue();
        assertThat(rig.sessions.end(user, first.session().id(), act)).isFalse();

        assertThat(rig.sessions.of(user).stream().map(Session::id).collect(Collectors.toSet()))
                .containsExactly(second.session().id());
        assertThat(rig.sessions.authenticate(first.token(), Activity.PERSON)).isEmpty();
    }
}
