package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.segments.Entry;
import dev.quarterdeck.collect.segments.NamedSegmentWriter;
import dev.quarterdeck.collect.segments.Print;
import dev.quarterdeck.collect.segments.SegmentWriter;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Words;
import dev.quarterdeck.inventory.history.Alteration;
import dev.quarterdeck.inventory.history.ChangeKind;
import dev.quarterdeck.inventory.history.Difference;
import dev.quarterdeck.inventory.history.Looks;
import dev.quarterdeck.inventory.history.ResourceChange;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.inventory.rows.JsonLine;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scan tells of an account that was not known: rows that are other than they were, and what changed. */
final class News implements AutoCloseable {
    private static final int EXPECTED = 2048;

    private final NamedSegmentWriter rows;
    private final SegmentWriter changes;
    private final String scan;
    private final Map<ChangeKind, Long> counts = new EnumMap<>(ChangeKind.class);

    private News(NamedSegmentWriter rows, SegmentWriter changes, String scan) {
        this.rows = rows;
        this.changes = changes;
        this.scan = scan;
    }

    static News begin(String scan) throws IOException {
        return new News(NamedSegmentWriter.begin(), SegmentWriter.begin(), scan);
    }

    /** Seen for the first time, or again after it was gone. Where nobody had looked before, that is no change. */
    void first(Entry entry, Json.Obj row, Optional<String> areaSeen, boolean wasGone) throws IOException {
        row(entry, entry.whole(), row);
        if (areaSeen.isPresent()) {
            ChangeKind kind = wasGone ? ChangeKind.REAPPEARED : ChangeKind.CREATED;
            change(entry.uid(), new Alteration(kind, row, List.of()), until(areaSeen, row));
        }
    }

    /** Seen as something else than it was, if only in what does not count as a change. */
    void again(Entry entry, Sighting sighting, Optional<String> areaSeen, Looks looks) throws IOException {
        List<Difference> fields = sighting.fields(looks);
        Optional<ChangeKind> kind = sighting.kind(fields);
        row(entry, entry.whole(), sighting.kept(kind.isPresent()));
        if (kind.isPresent()) {
            var interval = until(sighting.lastSeen(areaSeen), sighting.after());
            change(entry.uid(), new Alteration(kind.get(), sighting.after(), fields), interval);
        }
    }

    /** Another one bears the name of one that is not there any more, which therefore is gone for certain. */
    void instead(Entry entry, Sighting sighting, Optional<String> areaSeen, Looks looks) throws IOException {
        var interval = until(sighting.lastSeen(areaSeen), sighting.after());
        row(entry, entry.whole(), sighting.after());
        change(entry.uid(), new Alteration(ChangeKind.RE_MADE, sighting.after(), sighting.fields(looks)), interval);
        gone(sighting.before(), interval);
    }

    /** Not found where it was: that alone does not say that it is gone. */
    void missing(Entry entry, Json.Obj row) throws IOException {
        row(entry, Print.of(line(row)), row);
    }

    void gone(Json.Obj row, ResourceChange.Interval when) throws IOException {
        Uid uid = Fields.of(row).text("uid", Uid::new);
        rows.gone(uid);
        change(uid, new Alteration(ChangeKind.DELETED, row, List.of()), when);
    }

    ResourceChange.Interval between(Optional<String> from, String to) {
        return new ResourceChange.Interval(from, to, scan);
    }

    private ResourceChange.Interval until(Optional<String> from, Json.Obj seen) {
        return between(from, Fields.of(seen).text("looked_at"));
    }

    private void change(Uid uid, Alteration what, ResourceChange.Interval when) throws IOException {
        var line = new JsonBytes(EXPECTED);
        JsonLine.write(new ResourceChange(what, when).columns(), line);
        Print print = Print.of(line);
        changes.row(uid, print, print, line);
        counts.merge(what.kind(), 1L, Long::sum);
    }

    private void row(Entry entry, Print whole, Json.Obj row) throws IOException {
        rows.row(new NamedSegmentWriter.Head(entry.uid(), entry.content(), whole), line(row), Words.of(row));
    }

    private static JsonBytes line(Json.Obj row) {
        return new JsonBytes(EXPECTED).json(row);
    }

    Map<ChangeKind, Long> counts() {
        return counts;
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    SegmentRef finishRows(Objects objects, ObjectName name) throws IOException {
        return rows.finish(objects, name);
    }

    Optional<SegmentRef> finishChanges(Objects objects, ObjectName name) throws IOException {
        return changes.isEmpty() ? Optional.empty() : Optional.of(changes.finish(objects, name));
    }

    @Override
    public void close() throws IOException {
        try (rows;
                changes) { // what was not finished leaves no file behind
        }
    }
}
