package dev.quarterdeck.local.access;

import dev.quarterdeck.collect.json.ItemList;
import dev.quarterdeck.collect.json.JsonBuilder;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.Paging;
import java.util.List;
import java.util.Optional;

/** What came of asking for something small: all of it, or why not. */
sealed interface Asked<T> {
    record Got<T>(T value) implements Asked<T> {}

    record Not<T>(Answer.Failure failure) implements Asked<T> {}

    static Asked<Json.Obj> one(AwsApi api, Call call) {
        var tree = new JsonBuilder();
        return switch (api.call(call, tree)) {
            case Answer.Done _ -> new Got<>(tree.object());
            case Answer.Failure failure -> new Not<>(failure);
        };
    }

    static Asked<List<Json.Obj>> all(AwsApi api, Call call, String items) {
        var kept = new ItemList();
        return switch (api.items(call, new Paging(items, List.of()), kept)) {
            case Answer.Done _ -> new Got<>(kept.items());
            case Answer.Failure failure -> new Not<>(failure);
        };
    }

    static Optional<String> text(Json.Obj object, String member) {
        return object.get(member)
                .flatMap(value -> value instanceof Json.Str(var text) ? Optional.of(text) : Optional.empty());
    }
}
