package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Json;
import java.util.List;

/** Makes what a scan read of an account, cell by cell, what is known of it. Doing so twice changes nothing more. */
@FunctionalInterface
public interface AccountPublisher {
    void publish(ScanId scan, AccountId account, List<Json> results);
}
