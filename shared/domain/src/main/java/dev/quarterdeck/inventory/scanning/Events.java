package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import java.util.List;

/** Knows what has to be read again when AWS tells that something was changed. */
@FunctionalInterface
public interface Events {
    /** A hub that reads nothing. */
    Events NONE = (_, _) -> List.of();

    /**
     * A scan for each part of the account that the event is about; none where it changed nothing that the catalog knows.
     * {@code event} is a CloudTrail record, or EventBridge's envelope around one, of this account.
     */
    List<ScanScope> scopes(AccountId account, Json.Obj event);
}
