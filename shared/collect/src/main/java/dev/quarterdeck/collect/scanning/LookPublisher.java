package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.inventory.scanning.AccountPublisher;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** Publishes the looks that a scan's cells brought. */
public record LookPublisher(Publishing publishing) implements AccountPublisher {
    @Override
    public void publish(ScanId scan, AccountId account, List<Json> results) {
        List<Look> looks = results.stream()
                .flatMap(result -> CellResult.look(result).stream())
                .toList();
        if (looks.isEmpty()) {
            return;
        }
        try {
            publishing.publish(account, scan.value(), looks);
        } catch (IOException e) {
            throw new UncheckedIOException("account %s cannot be published: %s".formatted(account, e.getMessage()), e);
        }
    }

    @Override
    public void relate(Set<AccountId> accounts) {
        try {
            publishing.relate(accounts);
        } catch (IOException e) {
            throw new UncheckedIOException("what was read cannot be related: %s".formatted(e.getMessage()), e);
        }
    }
}
