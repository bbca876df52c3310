package dev.quarterdeck.functions.broker;

import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers every AssumeRole with a session until 13:00, or with the failure that is set. */
final class StubSts implements AwsApi {
    private final List<Call> asked = new ArrayList<>();
    private Optional<Answer.Failure> failure = Optional.empty();

    void fail(Answer.Failure with) {
        failure = Optional.of(with);
    }

    List<Call> asked() {
        return asked;
    }

    @Override
    public Answer call(Call call, JsonSink sink) {
        asked.add(call);
        return failure.<Answer>map(failed -> failed).orElseGet(() -> session(sink));
    }

    private static Answer session(JsonSink sink) {
        var made = Map.of(
                "AccessKeyId", "ASIA1",
                "SecretAccessKey", "made secret",
                "SessionToken", "made token",
                "Expiration", "2026-03-01T13:00:00+00:00");
        sink.beginObject();
        sink.name("Credentials");
        sink.beginObject();
        made.forEach((name, value) -> {
            sink.name(name);
            sink.string(value);
        });
        sink.endObject();
        sink.endObject();
        return new Answer.Done(1, 1);
    }

    @Override
    public Answer items(Call call, Paging paging, ItemSink sink) {
        throw new IllegalStateException("nothing of STS is listed");
    }
}
