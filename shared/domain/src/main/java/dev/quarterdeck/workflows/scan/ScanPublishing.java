package dev.quarterdeck.workflows.scan;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.scanning.AccountPublisher;
import dev.quarterdeck.inventory.scanning.Publications;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.kernel.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Publishes what was read of the accounts of a scan, some of them at once: each waits for the store most of its time. */
final class ScanPublishing {
    private static final int AT_ONCE = 8;

    private final AccountPublisher publisher;
    private final Publications publications;
    private final Clock clock;

    ScanPublishing(AccountPublisher publisher, Publications publications, Clock clock) {
        this.publisher = publisher;
        this.publications = publications;
        this.clock = clock;
    }

    /**
     * How many accounts are left, since none are begun after that time. What stands against one account is told once the
     * others are through; an account of which nothing could be read stays as it is known.
     */
    long publish(ScanId scan, Map<AccountId, List<Json>> results, Duration most) throws InterruptedException {
        Instant end = clock.instant().plus(most);
        long left = 0;
        try (var threads =
                Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<Boolean>> accounts = results.entrySet().stream()
                    .map(entry -> threads.submit(() -> isPublished(scan, entry.getKey(), entry.getValue(), end)))
                    .toList();
            for (Future<Boolean> account : accounts) {
                left += account.get() ? 0 : 1;
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException trouble ? trouble : new IllegalStateException(e.getCause());
        }
        return left;
    }

    private boolean isPublished(ScanId scan, AccountId account, List<Json> results, Instant end) {
        List<Json> fresh = publications.fresh(scan, account, results);
        if (fresh.isEmpty()) {
            return true;
        }
        if (!clock.instant().isBefore(end)) {
            return false;
        }
        publisher.publish(scan, account, fresh);
        publications.done(scan, account, fresh);
        return true;
    }
}
