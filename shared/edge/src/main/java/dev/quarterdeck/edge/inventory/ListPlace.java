package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Optional;

/** Where a list goes on, the instants that its first page meant, and which version of a view, if it was by one. */
record ListPlace(ListRequest.When when, Optional<Long> view, Position after) {
    ListPlace at(Position next) {
        return new ListPlace(when, view, next);
    }

    Json.Obj json() {
        var place = new Members()
                .put("now", when.now())
                .maybeAt("at", when.at())
                .put("after", new Json.Arr(after.values()));
        view.ifPresent(version -> place.put("view", version));
        return place.json();
    }

    static ListPlace of(Json json) {
        Fields fields = Fields.of((Json.Obj) json);
        return new ListPlace(
                new ListRequest.When(fields.instant("now"), fields.maybeInstant("at")),
                fields.maybeWhole("view"),
                fields.json().get("after").orElse(Json.Null.VALUE) instanceof Json.Arr(var values)
                        ? new Position(values)
                        : Position.START);
    }
}
