package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.Published;
import dev.quarterdeck.inventory.history.Publishing;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.Outbox;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.kernel.table.Written;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes what was looked at what is known: holds the looks of one scan at an account against its live generation and
 * publishes the next one, with what changed. Of two that publish at once the later one is made anew from what the other left.
 */
public final class Publisher implements Publishing {
    private static final int TRIES = 5;

    private final Generations generations;
    private final Objects objects;
    private final Supplier<TypeCatalog> catalog;
    private final Wholeness wholeness;
    private final Mending mending;
    private final Clock clock;

    /** The catalog is read when something is published, and not before. */
    public Publisher(Generations generations, Objects objects, Supplier<TypeCatalog> catalog, Clock clock) {
        this.generations = generations;
        this.objects = objects;
        this.catalog = catalog;
        this.wholeness = new Wholeness(objects);
        this.mending = new Mending(generations, objects, clock);
        this.clock = clock;
    }

    @Override
    public Published publish(AccountId account, String scan, List<Look> looks) throws IOException {
        for (Look look : looks) {
            wholeness.check(look);
        }
        for (int i = 0; i < TRIES; i++) {
            var _ = mending.mend(account);
            Optional<Published> published = once(account, scan, looks);
            if (published.isPresent()) {
                compactIfDue(published.get().generation());
                return published.get();
            }
        }
        throw new IOException(
                "the facts of account %s were published by others %d times meanwhile".formatted(account, TRIES));
    }

    @Override
    public void relate(Set<AccountId> accounts) throws IOException {
        new Abroad(generations, objects, catalog.get(), clock).relate(accounts);
    }

    private Optional<Published> once(AccountId account, String scan, List<Look> looks) throws IOException {
        Optional<Generation> live = generations.live(account);
        var source = new Generation.Source(
                scan, looks.stream().map(look -> look.rows().name()).collect(Collectors.toSet()));
        if (live.filter(generation -> generation.told().source().equals(source)).isPresent()) {
            return live.map(generation -> new Published(generation, Map.of()));
        }
        Instant now = clock.instant();
        try (var book = AccountBook.open(objects, account, live, catalog.get())) {
            Published next = book.next(looks, source, now);
            boolean done = generations.publish(next.generation(), List.of(Outbox.entry(event(next, now))))
                    instanceof Written.Done;
            if (!done) {
                book.withdraw();
            }
            return Optional.of(next).filter(_ -> done);
        }
    }

    private static DomainEvent event(Published published, Instant now) {
        Generation generation = published.generation();
        var counts = new Members();
        published.changes().forEach((kind, count) -> counts.put(kind.toString(), count));
        Json.Obj data = new Members()
                .put("account_id", generation.account().value())
                .put("generation", generation.number())
                .put("scan_id", generation.told().source().scan())
                .put("changes", counts)
                .json();
        String aggregate = "facts:" + generation.account();
        return new DomainEvent(
                aggregate + ":" + generation.number(),
                aggregate,
                generation.number(),
                "inventory.published",
                now,
                data);
    }

    /** What was published is there whether this succeeds or not; the next scan tries again. */
    private void compactIfDue(Generation generation) throws IOException {
        if (generation.wantsCompaction()) {
            Generation compacted = new Compaction(objects).of(generation, clock.instant());
            if (!(generations.publish(compacted, List.of()) instanceof Written.Done)) {
                objects.delete(compacted.segments().getFirst().name());
            }
        }
    }
}
