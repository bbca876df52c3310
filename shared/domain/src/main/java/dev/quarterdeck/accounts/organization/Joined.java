package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Instant;

/** An organization that the hub is connected to, and the seed from which its accounts' external ids follow. */
public record Joined(String id, AccountId management, String root, ExternalId seed, Instant since) {
    public ExternalId externalId(AccountId account) {
        return ExternalId.of(seed, account);
    }

    Json.Obj json() {
        return new Members()
                .put("org_id", id)
                .put("management_account_id", management.value())
                .put("root_id", root)
                .put("seed", seed.value())
                .put("since", since)
                .json();
    }

    static Joined of(Json.Obj json) {
        Fields fields = Fields.of(json);
        return new Joined(
                fields.text("org_id"),
                fields.text("management_account_id", AccountId::new),
                fields.text("root_id"),
                fields.text("seed", ExternalId::new),
                fields.instant("since"));
    }
}
