package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Instant;

/**
 * An organization that the hub is connected to, and the seed from which its accounts' external ids follow; while that is
 * being changed also the next one.
 */
public record Joined(String id, AccountId management, String root, ExternalIds seeds, Instant since) {
    public ExternalId externalId(AccountId account) {
        return ExternalId.of(seeds.current(), account);
    }

    public Joined with(ExternalIds others) {
        return new Joined(id, management, root, others, since);
    }

    Json.Obj json() {
        return new Members()
                .put("org_id", id)
                .put("management_account_id", management.value())
                .put("root_id", root)
                .put("seed", seeds.current().value())
                .maybe("next_seed", seeds.next().map(ExternalId::value))
                .put("since", since)
                .json();
    }

    static Joined of(Json.Obj json) {
        Fields fields = Fields.of(json);
        return new Joined(
                fields.text("org_id"),
                fields.text("management_account_id", AccountId::new),
                fields.text("root_id"),
                new ExternalIds(fields.text("seed", ExternalId::new), fields.maybeText("next_seed", ExternalId::new)),
                fields.instant("since"));
    }
}
