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
    /** Of the catalog of types and of the service models: each may learn to read more. */
    private static final Set<String> VERSIONS = Set.of("catalog_version", "model_version");

    private final Meaning meaning;

    public Looks(Meaning meaning) {
        this.meaning = meaning;
    }

    public List<Difference> between(Json.Obj before, Json.Obj after) {
        var type = new ResourceType(text(after, "type"));
        var was = new Side(config(before), unread(type, before));
        var is = new Side(config(after), unread(type, after));
        boolean sameCatalog =
                VERSIONS.stream().allMatch(part -> text(before, part).equals(text(after, part)));
        return Differences.between(meaning.of(type, was.config), meaning.of(type, is.config)).stream()
                .filter(difference -> was.knows(difference) && is.knows(difference))
                .filter(difference -> sameCatalog || toldBefore(difference))
                .toList();
    }

    private static boolean toldBefore(Difference difference) {
        return difference.before().filter(old -> !(old instanceof Json.Null)).isPresent();
    }

    /** What one look read. What it did not read has not changed as far as anybody knows. */
    private record Side(Json.Obj config, Set<String> unread) {
        boolean knows(Difference difference) {
            String member = difference.path().split("[.\\[]", 2)[0];
            boolean whatever =
                    unread.contains(Meaning.WHATEVER) && config.get(member).isEmpty();
            return !unread.contains(member) && !whatever;
        }
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

    private Set<String> unread(ResourceType type, Json.Obj row) {
        var members = new HashSet<String>();
        Fields.of(row).map("not_read").keySet().forEach(name -> members.addAll(meaning.filledBy(type, name)));
        return members;
    }

    private static Json.Obj config(Json.Obj row) {
        return row.get("config").orElse(Json.Obj.EMPTY) instanceof Json.Obj config ? config : Json.Obj.EMPTY;
    }

    private static String text(Json.Obj row, String column) {
        return row.get(column).orElse(Json.Null.VALUE) instanceof Json.Str(var text) ? text : "";
    }
}
