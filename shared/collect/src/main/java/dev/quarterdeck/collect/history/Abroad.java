package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.edges.NameBook;
import dev.quarterdeck.collect.edges.Named;
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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        var all = new LinkedHashSet<>(accounts);
        boolean wanted = false;
        for (AccountId account : accounts) {
            for (Edge edge : open(account)) {
                wanted = true;
                Optional.of(edge.toAccount())
                        .filter(AccountId::isValid)
                        .map(AccountId::new)
                        .ifPresent(all::add);
            }
        }
        if (wanted && all.size() > 1) {
            NameBook names = names(all);
            for (AccountId account : accounts) {
                relate(account, names);
            }
        }
    }

    /** What may be found, or not be found any more, somewhere else. */
    private List<Edge> open(AccountId account) throws IOException {
        var open = new ArrayList<Edge>();
        Optional<Generation> live = generations.live(account);
        if (live.isPresent()) {
            Lines.read(objects, live.get().told().edges(), row -> {
                Edge edge = Rows.edge(row);
                if (isOpen(account, edge)) {
                    open.add(edge);
                }
            });
        }
        return open;
    }

    private static boolean isOpen(AccountId account, Edge edge) {
        return edge.dangling() || !edge.toAccount().equals(account.value());
    }

    private NameBook names(Set<AccountId> accounts) throws IOException {
        var names = new NameBook(catalog);
        for (AccountId account : accounts) {
            Optional<Generation> live = generations.live(account);
            if (live.isPresent()) {
                Snapshot.of(live.get(), objects).rows(_ -> true, (_, row) -> names.add(Named.of(row.json())));
            }
        }
        return names;
    }

    private void relate(AccountId account, NameBook names) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            Optional<Generation> live = generations.live(account);
            if (live.isEmpty()
                    || open(account).stream()
                            .allMatch(edge -> names.edge(edge.link()).equals(edge))) {
                return;
            }
            Generation related = live.get().related(written(live.get(), names), clock.instant());
            if (generations.publish(related, List.of()) instanceof Written.Done) {
                return;
            }
            objects.delete(related.told().edges()); // another one was published meanwhile, and has edges of its own
        }
    }

    private ObjectName written(Generation generation, NameBook names) throws IOException {
        try (EdgeLines lines = EdgeLines.begin()) {
            Lines.read(objects, generation.told().edges(), row -> {
                Edge edge = Rows.edge(row);
                Edge found = isOpen(generation.account(), edge) ? names.edge(edge.link()) : edge;
                try {
                    lines.add(found);
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
