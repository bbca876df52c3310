package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What resources are called, for those who see an edge and want to know what is at its other end. */
final class Named {
    private final Map<String, Json.Obj> names = new HashMap<>();

    private Named() {}

    /** Those of them that are in these accounts. */
    static Named of(Collection<Uid> wanted, List<AccountFacts> accounts) {
        var named = new Named();
        accounts.forEach(account -> account.resources(wanted, named::add));
        return named;
    }

    private void add(Json.Obj row) {
        names.put(Fields.of(row).text("uid"), name(row));
    }

    /** The few columns that tell one resource from another. */
    static Json.Obj name(Json.Obj row) {
        Fields fields = Fields.of(row);
        return new Members()
                .put("uid", fields.text("uid"))
                .put("type", fields.text("type"))
                .put("name", fields.text("name"))
                .put("native_id", fields.text("native_id"))
                .put("account_id", fields.text("account_id"))
                .put("region", fields.text("region"))
                .json();
    }

    Optional<Json.Obj> of(String uid) {
        return Optional.ofNullable(names.get(uid));
    }
}
