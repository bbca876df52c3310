package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.edges.NameBook;
import dev.quarterdeck.collect.segments.EdgeLines;
import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.kernel.table.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Looks in other accounts for what an account's links lead to. It is done once all have been published, for only then
 * can both ends be known; an account of which nothing is known otherwise gets no new generation.
 */
final class Abroad {
    private static final int TRIES = 5;

    private final Generations generations;
    private final Objects objects;
    private final TypeCatalog catalog;
    private final Clock clock;

    Abroad(Generations generations, Objects objects, TypeCatalog catalog, Clock clock) {
        this.generations = generations;
        this.objects = objects;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** Looks among these accounts, and in those that their links name. */
    void relate(Set<AccountId> accounts) throws IOException {
        var sought = new Sought();
        var wanting = new LinkedHashSet<AccountId>();
        var where = new LinkedHashSet<>(accounts);
        for (AccountId account : accounts) {
            Optional<Generation> live = generations.live(account);
            if (live.isPresent()) {
                open(live.get(), edge -> {
                    wanting.add(account);
                    sought.add(edge.link().target());
                    Optional.of(edge.toAccount())
                            .filter(AccountId::isValid)
                            .map(AccountId::new)
                            .ifPresent(where::add);
                });
            }
        }
        if (!wanting.isEmpty() && where.size() > 1) {
            var found = new Found(sought, names(sought, where));
            for (AccountId account : wanting) {
                relate(account, found);
            }
        }
    }

    /** Gives what may be found, or not be found any more, somewhere else. */
    private void open(Generation live, Consumer<Edge> taker) throws IOException {
        Lines.read(objects, live.told().edges(), row -> {
            Edge edge = Rows.edge(row);
            if (isOpen(live.account(), edge)) {
                taker.accept(edge);
            }
        });
    }

    private static boolean isOpen(AccountId account, Edge edge) {
        return edge.dangling() || !edge.toAccount().equals(account.value());
    }

    private NameBook names(Sought sought, Set<AccountId> where) throws IOException {
        var names = new NameBook(catalog);
        for (AccountId account : where) {
            Optional<Generation> live = generations.live(account);
            if (live.isPresent()) {
                sought.note(Snapshot.of(live.get(), objects), names);
            }
        }
        return names;
    }

    /** Who bears what was sought. What was not sought, for it was published meanwhile, stays as it is. */
    private record Found(Sought sought, NameBook names) {
        Edge related(AccountId account, Edge edge) {
            return isOpen(account, edge) && sought.has(edge.link().target()) ? names.edge(edge.link()) : edge;
        }
    }

    private void relate(AccountId account, Found found) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<Generation> live = generations.live(account);
            if (live.isEmpty() || isRelated(live.get(), found)) {
                return;
            }
            Generation related = live.get().related(written(live.get(), found), clock.instant());
            if (generations.publish(related, List.of()) instanceof Written.Done) {
                return;
            }
            objects.delete(related.told().edges()); // another one was published meanwhile, and has edges of its own
        }
    }

    private boolean isRelated(Generation live, Found found) throws IOException {
        var others = new AtomicInteger();
        open(live, edge -> {
            if (!found.related(live.account(), edge).equals(edge)) {
                others.incrementAndGet();
            }
        });
        return others.get() == 0;
    }

    private ObjectName written(Generation generation, Found found) throws IOException {
        try (EdgeLines lines = EdgeLines.begin()) {
            Lines.read(objects, generation.told().edges(), row -> {
                try {
                    lines.add(found.related(generation.account(), Rows.edge(row)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            var called =
                    new Names(generation.account(), generation.told().source().scan());
            return lines.finish(objects, called.of("edges"));
        }
    }
}
