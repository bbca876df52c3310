package dev.quarterdeck.local.facts;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.history.Difference;
import dev.quarterdeck.inventory.history.Looks;
import dev.quarterdeck.inventory.history.Meaning;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.Refusal;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a scan against an earlier one while it runs. Of the earlier one only hashes and places in its file are kept; a row
 * is read again when its hash differs. What is gone was removed only if somebody looked where it was.
 */
public final class Comparison implements AutoCloseable {

    private record Known(String hash, long offset, int length, Area area) {}

    /** Where a resource is looked for. */
    public record Area(String account, String region, String type) {}

    private record SameName(Area area, String nativeId) {}

    private final RandomAccessFile rows;
    private final Looks looks;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<Area> looked = new HashSet<>();
    private final Map<SameName, Json.Obj> added = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    private Comparison(RandomAccessFile rows, Looks looks) {
        this.rows = rows;
        this.looks = looks;
    }

    public static Comparison with(FactFolder earlier, Meaning meaning) {
        try {
            var comparison = new Comparison(
                    new RandomAccessFile(earlier.path(FactFile.RESOURCES).toFile(), "r"), new Looks(meaning));
            comparison.index(earlier);
            return comparison;
        } catch (IOException e) {
            throw Refusal.usage("--compare: '%s' cannot be read (%s): scan again"
                    .formatted(earlier.path(FactFile.RESOURCES), Refusal.why(e)));
        }
    }

    private void index(FactFolder earlier) {
        long[] offset = {0};
        earlier.lines(FactFile.RESOURCES, (line, row) -> {
            int length = line.getBytes(StandardCharsets.UTF_8).length;
            known.put(text(row, "uid"), new Known(text(row, "hash"), offset[0], length, area(row)));
            offset[0] += length + 1;
        });
    }

    /** A resource of the scan that runs, as its row. */
    public void resource(Json.Obj row) {
        String uid = text(row, "uid");
        seen.add(uid);
        Known before = known.get(uid);
        if (before == null) {
            added.put(new SameName(area(row), text(row, "native_id")), row);
        } else if (!before.hash().equals(text(row, "hash"))) {
            compare(read(before), row);
        }
    }

    public void coverage(Coverage coverage) {
        if (coverage.status() == Coverage.Status.LOOKED) {
            Coverage.Area area = coverage.area();
            area.type().ifPresent(type -> looked.add(new Area(area.account(), area.region(), type.name())));
        }
    }

    /** Everything that is not as it was. Call it when the scan is over. */
    public Changes finish() {
        var notLooked = new HashMap<Area, Integer>();
        known.forEach((uid, before) -> {
            if (!seen.contains(uid)) {
                if (wasLooked(before.area())) {
                    gone(read(before));
                } else {
                    notLooked.merge(before.area(), 1, Integer::sum);
                }
            }
        });
        added.values().forEach(row -> changes.add(Change.of(Change.Kind.ADDED, row, List.of())));
        return new Changes(changes, notLooked);
    }

    /** A resource under the same name as one that is gone was made again. */
    private void gone(Json.Obj row) {
        Json.Obj again = added.remove(new SameName(area(row), text(row, "native_id")));
        changes.add(
                again == null
                        ? Change.of(Change.Kind.REMOVED, row, List.of())
                        : Change.of(Change.Kind.REMADE, again, looks.between(row, again)));
    }

    /** A list that is asked in one place for all regions speaks for each of them. */
    private boolean wasLooked(Area area) {
        return looked.contains(area) || looked.contains(new Area(area.account(), Resource.Place.GLOBAL, area.type()));
    }

    private void compare(Json.Obj before, Json.Obj after) {
        List<Difference> fields = looks.between(before, after);
        if (Looks.remade(before, after)) {
            changes.add(Change.of(Change.Kind.REMADE, after, fields));
        } else if (!fields.isEmpty()) {
            changes.add(Change.of(Change.Kind.CHANGED, after, fields));
        }
    }

    private static Area area(Json.Obj row) {
        return new Area(text(row, "account_id"), text(row, "region"), text(row, "type"));
    }

    private static String text(Json.Obj row, String column) {
        return Fields.of(row).maybeText(column).orElse("");
    }

    private Json.Obj read(Known place) {
        try {
            var bytes = new byte[place.length()];
            rows.seek(place.offset());
            rows.readFully(bytes);
            return JsonText.object(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
