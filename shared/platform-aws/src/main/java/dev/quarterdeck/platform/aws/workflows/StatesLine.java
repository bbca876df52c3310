package dev.quarterdeck.platform.aws.workflows;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.aws.broker.Broker;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.protocol.Utf8JsonSink;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks Step Functions as this function's role. */
public final class StatesLine {
    private final AwsApi api;
    private final Broker.Self self;

    public StatesLine(AwsApi api, Broker.Self self) {
        this.api = api;
        this.self = self;
    }

    /** The answer; nothing where AWS says with one of these errors that there is none. */
    Optional<Fields> ask(String operation, Map<String, String> input, String... absent) {
        var access = new Access("aws", "", self.credentials());
        var told = new ByteArrayOutputStream();
        var sink = new Utf8JsonSink(told);
        var call = new Call("stepfunctions", operation, input, access, self.region(), Set.of(absent));
        return switch (api.call(call, sink)) {
            case Answer.Done _ -> {
                sink.flush();
                yield Optional.of(fields(told.toString(UTF_8)));
            }
            case Answer.Absent _ -> Optional.empty();
            case Answer.Failure failure ->
                throw new FailureException(
                        new Failure.Unavailable("Step Functions does not answer: " + failure.message()));
        };
    }

    private static Fields fields(String answer) {
        return Fields.of(Json.parse(answer) instanceof Json.Obj object ? object : Json.Obj.EMPTY);
    }
}
