package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.scan.FactSink;
import dev.quarterdeck.collect.segments.EdgeLines;
import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.collect.segments.NamedSegmentWriter;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.inventory.rows.Label;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes what a scan finds and puts it into the store, a look for each account. Nothing counts before it is published. */
public final class LookWriter implements FactSink, AutoCloseable {
    private final Objects objects;
    private final String folder;
    private final Map<String, Label> labels;
    private final Map<AccountId, Begun> accounts = new LinkedHashMap<>();
    private Optional<Begun> last = Optional.empty();

    /** A look that grows. */
    private record Begun(AccountId account, NamedSegmentWriter rows, EdgeLines edges, Lines coverage)
            implements AutoCloseable {
        static Begun of(AccountId account) {
            try {
                return new Begun(account, NamedSegmentWriter.begin(), EdgeLines.begin(), Lines.begin());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            try (rows;
                    edges;
                    coverage) { // each leaves no file behind
            }
        }
    }

    /** {@code folder} is where in the store this scan writes, and nobody else. */
    public LookWriter(Objects objects, String folder, Map<String, Label> labels) {
        this.objects = objects;
        this.folder = folder;
        this.labels = Map.copyOf(labels);
    }

    @Override
    public void resource(Resource resource) {
        ready(resource).run();
    }

    @Override
    public Runnable ready(Resource resource) {
        AccountId account = resource.identity().place().account();
        FactLine line = FactLine.of(resource, labels.getOrDefault(account.value(), Label.NONE));
        return () -> {
            try {
                of(account).rows().row(line.head(resource.identity().uid()), line.text(), line.words());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void edge(Edge edge) {
        owner(edge.link().from()).ifPresent(begun -> {
            try {
                begun.edges().add(edge);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Edges come one account after the other, mostly. */
    private Optional<Begun> owner(Uid uid) {
        if (last.filter(begun -> begun.rows().has(uid)).isEmpty()) {
            last = accounts.values().stream()
                    .filter(begun -> begun.rows().has(uid))
                    .findFirst();
        }
        return last;
    }

    /** What could not even be opened has no id under which anything could be kept of it. */
    @Override
    public void coverage(Coverage coverage) {
        if (AccountId.isValid(coverage.area().account())) {
            try {
                of(new AccountId(coverage.area().account())).coverage().add(Rows.coverage(coverage));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Begun of(AccountId account) {
        return accounts.computeIfAbsent(account, Begun::of);
    }

    /** Call it when the scan is over. */
    public List<Look> finish() throws IOException {
        var looks = new ArrayList<Look>();
        for (Begun begun : accounts.values()) {
            SegmentRef rows = begun.rows().finish(objects, name(begun, "rows"));
            looks.add(new Look(
                    begun.account(),
                    rows,
                    begun.edges().finish(objects, name(begun, "edges")),
                    begun.coverage().finish(objects, name(begun, "coverage"))));
        }
        return looks;
    }

    private ObjectName name(Begun begun, String what) {
        return new ObjectName("%s/%s/%s.ndjson.zst".formatted(folder, begun.account(), what));
    }

    @Override
    public void close() throws IOException {
        for (Begun begun : accounts.values()) {
            begun.close();
        }
    }
}
