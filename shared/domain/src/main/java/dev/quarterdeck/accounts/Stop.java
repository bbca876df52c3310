package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Instant;
import java.util.Optional;

/** That something is stopped for an account, or for all: since when, and why. */
public record Stop(Optional<AccountId> account, Instant since, String why) {
    Json.Obj json() {
        var members = new Members().put("since", since).put("why", why);
        account.ifPresent(one -> members.put("account", one.value()));
        return members.json();
    }

    static Stop of(Json.Obj json) {
        Fields fields = Fields.of(json);
        return new Stop(fields.maybeText("account", AccountId::new), fields.instant("since"), fields.text("why"));
    }
}
