package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.wire.protocol.JavaValues;
import dev.quarterdeck.wire.tape.Player;
import dev.quarterdeck.wire.tape.Question;
import dev.quarterdeck.wire.tape.Tape;
import dev.quarterdeck.wire.tape.Taped;
import dev.quarterdeck.wire.tape.TapedKeys;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** The client over a tape of two looks, at one of which a role was called otherwise. */
class PlayerTest {
    private static final String ACCOUNT = "111122223333";
    private static final Access ACCESS = new Access(
            "aws",
            ACCOUNT,
            StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(TapedKeys.lasting(ACCOUNT), TapedKeys.NO_SECRET)));
    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2026-01-08T00:00:00Z");
    private static final Tape TAPE = new Tape(
            List.of(FIRST, SECOND),
            Map.of(
                    role("ana"), track(answer("ana-1"), answer("ana-2")),
                    role("put-here"), track(answer("put-here"))));

    private Instant now = FIRST;
    private final Player player = new Player(TAPE, () -> now);

    @Test
    void answersAsOfTheLastLook() {
        assertThat(ask("ana")).isEqualTo("ana-1");
        now = SECOND.plusSeconds(60);
        assertThat(ask("ana")).isEqualTo("ana-2");
    }

    @Test
    void repeatsWhatWasAskedAtAnEarlierLookAlone() {
        now = SECOND;
        assertThat(ask("put-here")).isEqualTo("put-here");
    }

    @Test
    void knowsNothingBeforeTheFirstLook() {
        now = FIRST.minusSeconds(1);
        assertThat(ask("ana")).isEqualTo(missing("iam GetRole in us-east-1 of 111122223333"));
    }

    @Test
    void namesWhatIsNotOnTheTapeInTheLanguageOfTheService() {
        assertThat(ask("nobody")).isEqualTo(missing("iam GetRole in us-east-1 of 111122223333"));
        assertThat(ask("sqs", "ListQueues", Map.of()))
                .isEqualTo(missing("sqs ListQueues in eu-west-1 of 111122223333"));
    }

    @Test
    void putsWhatTheHubMadeForWhatIsOnTheTape() {
        player.read("put-here", "made-by-the-hub");
        assertThat(ask("made-by-the-hub")).isEqualTo("made-by-the-hub");
    }

    @Test
    void isTheSameAfterItWasWritten() throws IOException {
        byte[] bytes = bytes(TAPE);
        Tape read = Tape.read(new ByteArrayInputStream(bytes));
        assertThat(read.looks()).isEqualTo(TAPE.looks());
        assertThat(read.answers()).isEqualTo(TAPE.answers());
        assertThat(bytes(read)).isEqualTo(bytes);
    }

    private Object ask(String name) {
        return ask("iam", "GetRole", Map.of("RoleName", name));
    }

    /** The role's name, or how it failed. */
    private Object ask(String service, String operation, Map<String, ?> input) {
        var settings =
                WireSettings.standard("test").withWhere(WireSettings.Where.at(URI.create("http://tape.invalid")));
        try (var wired = new Wired(settings, player)) {
            var answer = new JavaValues();
            return switch (wired.client.call(Call.of(service, operation, input, ACCESS, "eu-west-1"), answer)) {
                case Answer.Done _ -> name(answer);
                case Answer.Failure failure -> failure;
            };
        }
    }

    private static Object name(JavaValues answer) {
        return answer.value() instanceof Map<?, ?> all && all.get("Role") instanceof Map<?, ?> role
                ? String.valueOf(role.get("RoleName"))
                : "";
    }

    private static Answer.Failed missing(String what) {
        return new Answer.Failed(
                "NotOnTape", "not on the tape: %s; scripts/record-demo records it anew".formatted(what));
    }

    private static Question role(String name) {
        return new Question(
                ACCOUNT, "iam", "us-east-1", "POST / Action=GetRole&RoleName=%s&Version=2010-05-08".formatted(name));
    }

    private static Taped answer(String name) {
        String body =
                "<GetRoleResponse><GetRoleResult><Role><RoleName>%s</RoleName></Role></GetRoleResult></GetRoleResponse>"
                        .formatted(name);
        return new Taped(200, new TreeMap<>(Map.of("content-type", "text/xml")), body);
    }

    private static NavigableMap<Integer, Taped> track(Taped... answers) {
        var track = new TreeMap<Integer, Taped>();
        for (Taped answer : answers) {
            track.put(track.size(), answer);
        }
        return track;
    }

    private static byte[] bytes(Tape tape) throws IOException {
        var out = new ByteArrayOutputStream();
        tape.write(out);
        return out.toByteArray();
    }
}
