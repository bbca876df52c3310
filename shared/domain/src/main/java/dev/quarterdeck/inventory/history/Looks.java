package dev.quarterdeck.inventory.history;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two looks at one resource, as rows, held against each other. What one of them did not read, noise, another order, and
 * what a newer catalog has learnt to read are no changes.
 */
public final class Looks {
    private final Meaning meaning;

    public Looks(Meaning meaning) {
        this.meaning = meaning;
    }

    public List<Difference> between(Json.Obj before, Json.Obj after) {
        var type = new ResourceType(text(after, "type"));
        Set<String> unread = unread(type, before);
        unread.addAll(unread(type, after));
        boolean sameCatalog = text(before, "catalog_version").equals(text(after, "catalog_version"));
        return Differences.between(meaning.of(type, config(before)), meaning.of(type, config(after))).stream()
                .filter(difference -> !unread.contains(firstMember(difference.path())))
                .filter(difference -> sameCatalog || difference.before().isPresent())
                .toList();
    }

    /** Made after we last saw it, and the date is not one that AWS itself touches (those are noise). */
    public static boolean remade(Json.Obj before, Json.Obj after) {
        Optional<Instant> made = instant(after, "created_at");
        return !made.equals(instant(before, "created_at"))
                && instant(before, "created_at").isPresent()
                && instant(before, "looked_at")
                        .flatMap(looked -> made.filter(looked::isBefore))
                        .isPresent();
    }

    private static Optional<Instant> instant(Json.Obj row, String column) {
        return Fields.of(row).maybeInstant(column);
    }

    /** What was not read, then or now, has not changed as far as anybody knows. */
    private Set<String> unread(ResourceType type, Json.Obj row) {
        var members = new HashSet<String>();
        Fields.of(row).map("not_read").keySet().forEach(name -> members.addAll(meaning.filledBy(type, name)));
        return members;
    }

    private static String firstMember(String path) {
        return path.split("[.\\[]", 2)[0];
    }

    private static Json.Obj config(Json.Obj row) {
        return row.get("config").orElse(Json.Obj.EMPTY) instanceof Json.Obj config ? config : Json.Obj.EMPTY;
    }

    private static String text(Json.Obj row, String column) {
        return row.get(column).orElse(Json.Null.VALUE) instanceof Json.Str(var text) ? text : "";
    }
}
