package dev.quarterdeck.platform.aws.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.AccessFailure;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import dev.quarterdeck.wire.RoleSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class BrokerLineTest {
    private static final RoleSession SESSION =
            RoleSession.of("arn:aws:iam::222222222222:role/quarterdeck-read", "proof", Optional.of("an-id"));
    private static final Answer.Denied DENIED = new Answer.Denied("sts:AssumeRole", "User is not authorized");

    private final List<Call> asked = new ArrayList<>();

    @Test
    void asksTheFunctionAndGivesTheSessionThatItOpened() {
        var expires = Instant.parse("2026-03-01T13:00:00Z");
        var opened = new Opened.Session("ASIA1", "made secret", "made token", expires);

        assertThat(line(payload(BrokerCodec.answer(opened).text()))
                        .open(SESSION)
                        .resolveCredentials())
                .isEqualTo(AwsSessionCredentials.builder()
                        .accessKeyId("ASIA1")
                        .secretAccessKey("made secret")
                        .sessionToken("made token")
                        .accountId("222222222222")
                        .expirationTime(expires)
                        .build());
        assertThat(asked).singleElement().satisfies(call -> {
            assertThat(call.service() + ":" + call.operation()).isEqualTo("lambda:Invoke");
            assertThat(call.input().get("FunctionName")).isEqualTo("broker:live");
            String question = new String((byte[]) call.input().get("Payload"), UTF_8);
            assertThat(BrokerCodec.question((Json.Obj) Json.parse(question))).isEqualTo(SESSION);
        });
    }

    @Test
    void tellsWhyTheBrokerRefused() {
        var refused = new Opened.Refused(DENIED);

        assertThat(failure(payload(BrokerCodec.answer(refused).text()))).isEqualTo(DENIED);
    }

    @Test
    void tellsThatTheBrokerCannotBeCalled() {
        AwsApi api = answering(_ -> DENIED);

        assertThat(catchThrowableOfType(AccessFailure.class, () -> line(api).open(SESSION))
                        .failure())
                .isEqualTo(DENIED);
    }

    @Test
    void repeatsNothingOfWhatABrokenBrokerSays() {
        assertThat(failure(Map.of("FunctionError", "Unhandled", "Payload", base64("{\"errorMessage\":\"canary\"}"))))
                .isEqualTo(new Answer.Failed("BrokerFailed", "the broker gave no session: Unhandled"));
        assertThat(failure(payload("canary")))
                .isEqualTo(new Answer.Failed("BrokerFailed", "the broker gave no session: no answer of a broker"));
        assertThat(failure(payload("[]")))
                .isEqualTo(new Answer.Failed("BrokerFailed", "the broker gave no session: no object"));
    }

    private Answer.Failure failure(Map<String, String> answer) {
        return catchThrowableOfType(AccessFailure.class, () -> line(answer).open(SESSION))
                .failure();
    }

    private BrokerLine line(Map<String, String> answer) {
        return line(answering(sink -> {
            sink.beginObject();
            answer.forEach((name, value) -> {
                sink.name(name);
                sink.string(value);
            });
            sink.endObject();
            return new Answer.Done(1, 1);
        }));
    }

    private static BrokerLine line(AwsApi api) {
        return new BrokerLine(api, new Broker.Self(AnonymousCredentialsProvider.create(), "us-east-1"), "broker:live");
    }

    private AwsApi answering(Function<JsonSink, Answer> told) {
        return new AwsApi() {
            @Override
            public Answer call(Call call, JsonSink sink) {
                asked.add(call);
                return told.apply(sink);
            }

            @Override
            public Answer items(Call call, Paging paging, ItemSink sink) {
                throw new IllegalStateException("nothing is listed");
            }
        };
    }

    private static Map<String, String> payload(String text) {
        return Map.of("Payload", base64(text));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
