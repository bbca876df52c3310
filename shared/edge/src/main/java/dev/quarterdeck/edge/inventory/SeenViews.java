package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.inventory.views.ViewId;
import dev.quarterdeck.inventory.views.Views;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.util.Optional;

/** The views that a caller may read: their own, and those that are shared. */
record SeenViews(Views views) {
    Views.Kept one(Call call, String id) {
        return (ViewId.isValid(id) ? views.find(call.caller().user(), new ViewId(id)) : Optional.<Views.Kept>empty())
                .orElseThrow(() -> new FailureException(new Failure.NotFound("view", id)));
    }

    /** The one whose words are meant, if the request names one. */
    Optional<Views.Kept> meant(Call call, Optional<String> id) {
        return id.map(given -> one(call, given));
    }
}
