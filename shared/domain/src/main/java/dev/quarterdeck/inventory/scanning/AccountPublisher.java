package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Set;

/** Makes what a scan read of an account, cell by cell, what is known of it. Doing so twice changes nothing more. */
public interface AccountPublisher {
    void publish(ScanId scan, AccountId account, List<Json> results);

    /** Looks for where the links of these accounts lead, once each of them is published. */
    void relate(Set<AccountId> accounts);
}
