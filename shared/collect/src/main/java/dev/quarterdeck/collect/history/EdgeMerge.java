package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.edges.NameBook;
import dev.quarterdeck.collect.edges.Named;
import dev.quarterdeck.collect.segments.EdgeLines;
import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The edges of an account after a look: the links that were seen, and those of resources that were not looked at, each
 * looked for among all that is known of the account now. What was found in another account stays found there.
 */
final class EdgeMerge {
    private final Objects objects;
    private final AccountId account;
    private final Snapshot after;
    private final NameBook names;
    private final Map<Link, Edge> abroad = new HashMap<>();

    private EdgeMerge(Objects objects, AccountId account, Snapshot after, NameBook names) {
        this.objects = objects;
        this.account = account;
        this.after = after;
        this.names = names;
    }

    /** {@code after} is what is known once the look counts, {@code names} an empty book. */
    static EdgeMerge begin(Objects objects, AccountId account, Snapshot after, NameBook names) throws IOException {
        after.rows(_ -> true, (_, row) -> names.add(Named.of(row.json())));
        return new EdgeMerge(objects, account, after, names);
    }

    ObjectName of(List<ObjectName> before, List<ObjectName> seen, Predicate<Uid> looked, ObjectName name)
            throws IOException {
        for (ObjectName edges : before) {
            read(edges, edge -> true, edge -> note(edge));
        }
        try (EdgeLines lines = EdgeLines.begin()) {
            for (ObjectName edges : seen) {
                read(edges, edge -> true, edge -> lines.add(related(edge)));
            }
            for (ObjectName edges : before) {
                read(edges, edge -> !looked.test(edge.link().from()), edge -> lines.add(related(edge)));
            }
            return lines.finish(objects, name);
        }
    }

    /** Does something with an edge. */
    private interface Taker {
        void take(Edge edge) throws IOException;
    }

    private void read(ObjectName edges, Predicate<Edge> wanted, Taker taker) throws IOException {
        Lines.read(objects, edges, row -> {
            Edge edge = Rows.edge(row);
            if (wanted.test(edge) && after.entry(edge.link().from()).isPresent()) {
                try {
                    taker.take(edge);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    private void note(Edge edge) {
        if (isAbroad(edge)) {
            abroad.put(whereverItLeads(edge.link()), edge);
        }
    }

    private Edge related(Edge edge) {
        Edge here = names.edge(edge.link());
        if (!here.dangling()) {
            return here;
        }
        return isAbroad(edge) ? edge : abroad.getOrDefault(whereverItLeads(edge.link()), here);
    }

    private boolean isAbroad(Edge edge) {
        return !edge.dangling() && !edge.toAccount().equals(account.value());
    }

    /** The same link, whichever account it was found to lead to. */
    private static Link whereverItLeads(Link link) {
        Link.Target target = link.target();
        return new Link(link.from(), link.rel(), new Link.Target(target.type(), target.id(), "", ""), link.via());
    }
}
