package dev.quarterdeck.local.access;

import dev.quarterdeck.collect.json.JsonBuilder;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What came of asking for something small: all of it, or why not. */
sealed interface Asked<T> {
    record Got<T>(T value) implements Asked<T> {}

    record Not<T>(Answer.Failure failure) implements Asked<T> {}

    static Asked<Json.Obj> one(AwsApi api, Call call) {
        var tree = new JsonBuilder();
        return switch (api.call(call, tree)) {
            case Answer.Done _ -> new Got<>(object(tree));
            case Answer.Failure failure -> new Not<>(failure);
        };
    }

    static Asked<List<Json.Obj>> all(AwsApi api, Call call, String items) {
        var kept = new Kept();
        return switch (api.items(call, new Paging(items, List.of()), kept)) {
            case Answer.Done _ -> new Got<>(kept.items);
            case Answer.Failure failure -> new Not<>(failure);
        };
    }

    static Optional<String> text(Json.Obj object, String member) {
        return object.get(member)
                .flatMap(value -> value instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty());
    }

    /** The items of a list that is known to be short. */
    final class Kept implements ItemSink {
        private final List<Json.Obj> items = new ArrayList<>();
        private JsonBuilder current = new JsonBuilder();

        @Override
        public JsonSink begin() {
            current = new JsonBuilder();
            return current;
        }

        @Override
        public void end() {
            items.add(object(current));
        }
    }

    /** The answer, if it was an object; else an empty one. */
    private static Json.Obj object(JsonBuilder answer) {
        return answer.value() instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    }
}
