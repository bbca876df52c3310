package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;

/** Where a list goes on, and the instants that its first page meant. */
record ListPlace(ListRequest.When when, Position after) {
    Json.Obj json() {
        return new Members()
                .put("now", when.now())
                .maybeAt("at", when.at())
                .put("after", new Json.Arr(after.values()))
                .json();
    }

    static ListPlace of(Json json) {
        Fields fields = Fields.of((Json.Obj) json);
        return new ListPlace(
                new ListRequest.When(fields.instant("now"), fields.maybeInstant("at")),
                fields.json().get("after").orElse(Json.Null.VALUE) instanceof Json.Arr(var values)
                        ? new Position(values)
                        : Position.START);
    }
}
