package dev.quarterdeck.local.facts;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.ResourceType;
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
import java.util.Optional;
import java.util.Set;

/**
 * Holds a scan against an earlier one while it runs. Of the earlier one only hashes and places in its file are kept; a row
 * is read again when its hash differs. What is gone was removed only if somebody looked where it was.
 */
public final class Comparison implements AutoCloseable {
    private static final String GLOBAL = "global";

    private record Known(String hash, long offset, int length, Area area) {}

    /** Where a resource is looked for. */
    public record Area(String account, String region, String type) {}

    private record SameName(Area area, String nativeId) {}

    private final RandomAccessFile rows;
    private final Meaning meaning;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<Area> looked = new HashSet<>();
    private final Map<SameName, Json.Obj> added = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();

    /** What of a resource counts as a change: its config without noise, lists in order. */
    public interface Meaning {
        Json of(ResourceType type, Json.Obj config);

        /** Members that a type's enrichment of this name fills. */
        Set<String> filledBy(ResourceType type, String enrichment);
    }

    private Comparison(RandomAccessFile rows, Meaning meaning) {
        this.rows = rows;
        this.meaning = meaning;
    }

    public static Comparison with(FactFolder earlier, Meaning meaning) {
        try {
            var comparison = new Comparison(
                    new RandomAccessFile(earlier.path(FactFile.RESOURCES).toFile(), "r"), meaning);
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
                        : Change.of(Change.Kind.REMADE, again, fields(row, again)));
    }

    /** A list that is asked in one place for all regions speaks for each of them. */
    private boolean wasLooked(Area area) {
        return looked.contains(area) || looked.contains(new Area(area.account(), GLOBAL, area.type()));
    }

    private void compare(Json.Obj before, Json.Obj after) {
        List<Difference> fields = fields(before, after);
        if (remade(before, after)) {
            changes.add(Change.of(Change.Kind.REMADE, after, fields));
        } else if (!fields.isEmpty()) {
            changes.add(Change.of(Change.Kind.CHANGED, after, fields));
        }
    }

    /** Made after we last saw it, and the date is not one that AWS itself touches (those are noise). */
    private boolean remade(Json.Obj before, Json.Obj after) {
        String madeThen = text(before, "created_at");
        String madeNow = text(after, "created_at");
        return !madeThen.isEmpty() && !madeNow.isEmpty() && madeNow.compareTo(text(before, "looked_at")) > 0;
    }

    private List<Difference> fields(Json.Obj before, Json.Obj after) {
        var type = new ResourceType(text(after, "type"));
        Set<String> unread = new HashSet<>(unread(type, before));
        unread.addAll(unread(type, after));
        boolean sameCatalog = text(before, "catalog_version").equals(text(after, "catalog_version"));
        return Differences.between(meaning.of(type, config(before)), meaning.of(type, config(after))).stream()
                .filter(difference -> !unread.contains(firstMember(difference.path())))
                .filter(difference -> sameCatalog || difference.before().isPresent())
                .toList();
    }

    /** What was not read, then or now, has not changed as far as anybody knows. */
    private Set<String> unread(ResourceType type, Json.Obj row) {
        var members = new HashSet<String>();
        row.get("not_read").ifPresent(parts -> {
            if (parts instanceof Json.Obj(var names)) {
                names.keySet().forEach(name -> members.addAll(meaning.filledBy(type, name)));
            }
        });
        return members;
    }

    private static String firstMember(String path) {
        return path.split("[.\\[]", 2)[0];
    }

    private static Json.Obj config(Json.Obj row) {
        return row.get("config")
                .flatMap(value -> value instanceof Json.Obj config ? Optional.of(config) : Optional.empty())
                .orElse(Json.Obj.EMPTY);
    }

    private static Area area(Json.Obj row) {
        return new Area(text(row, "account_id"), text(row, "region"), text(row, "type"));
    }

    private static String text(Json.Obj row, String column) {
        return Likeness.text(row, column).orElse("");
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
