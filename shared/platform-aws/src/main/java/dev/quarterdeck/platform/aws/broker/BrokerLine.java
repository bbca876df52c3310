package dev.quarterdeck.platform.aws.broker;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.MalformedJsonException;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AccessFailure;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.RoleSession;
import dev.quarterdeck.wire.protocol.JavaValues;
import java.util.Base64;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** How the hub's other functions enter accounts: they ask the broker's function, and cannot do without it. */
public final class BrokerLine {
    private final AwsApi api;
    private final Broker.Self self;
    private final String function;

    /** {@code function} is the broker's name, or its ARN, with its alias. */
    public BrokerLine(AwsApi api, Broker.Self self, String function) {
        this.api = api;
        this.self = self;
        this.function = function;
    }

    /** A session made now; what hinders it is thrown as {@link AccessFailure}. */
    public AwsCredentialsProvider open(RoleSession session) {
        return switch (ask(BrokerCodec.question(session))) {
            case Opened.Session made -> StaticCredentialsProvider.create(credentials(made, session.account()));
            case Opened.Refused(var failure) -> throw new AccessFailure(failure);
        };
    }

    private static AwsSessionCredentials credentials(Opened.Session made, String account) {
        return AwsSessionCredentials.builder()
                .accessKeyId(made.accessKeyId())
                .secretAccessKey(made.secretAccessKey())
                .sessionToken(made.sessionToken())
                .accountId(account)
                .expirationTime(made.expires())
                .build();
    }

    private Opened ask(Json.Obj question) {
        var input = Map.of("FunctionName", function, "Payload", question.text().getBytes(UTF_8));
        var access = new Access("aws", "", self.credentials());
        var told = new JavaValues();
        return switch (api.call(Call.of("lambda", "Invoke", input, access, self.region()), told)) {
            case Answer.Failure failure -> new Opened.Refused(failure);
            case Answer.Done _ -> told.value() instanceof Map<?, ?> answer ? opened(answer) : silent("nothing");
        };
    }

    private static Opened opened(Map<?, ?> answer) {
        if (answer.get("FunctionError") != null || !(answer.get("Payload") instanceof String payload)) {
            return silent(String.valueOf(answer.get("FunctionError")));
        }
        try {
            String text = new String(Base64.getDecoder().decode(payload), UTF_8);
            return Json.parse(text) instanceof Json.Obj json ? BrokerCodec.answer(json) : silent("no object");
        } catch (MalformedJsonException | Malformed _) {
            return silent("no answer of a broker");
        }
    }

    /** What a function says when it fails may hold anything: its log has it. */
    private static Opened silent(String what) {
        return new Opened.Refused(new Answer.Failed("BrokerFailed", "the broker gave no session: " + what));
    }
}
