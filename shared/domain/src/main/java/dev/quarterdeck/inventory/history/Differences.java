package dev.quarterdeck.inventory.history;

import dev.quarterdeck.inventory.Redacted;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * Compares two JSON values field by field. Items of a list are matched by what names them (a key, an id, an ARN) where
 * each item has such a member of its own, and plain values as a set, so that one item more does not shift the rest.
 */
public final class Differences {
    /** Members that name an item, the most telling first. */
    private static final List<String> NAMES =
            List.of("Key", "key", "Sid", "Id", "Arn", "Name", "id", "arn", "name", "GroupId", "SecurityGroupRuleId");

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    public static List<Difference> between(Json before, Json after) {
        var differences = new Differences();
        differences.values("", before, after);
        return differences.found;
    }

    private void values(String path, Json before, Json after) {
        if (before.equals(after) || sameSecretUnderAnotherKey(before, after)) {
            return;
        }
        if (before instanceof Json.Obj was && after instanceof Json.Obj is) {
            members(path, was.members(), is.members());
        } else if (before instanceof Json.Arr was && after instanceof Json.Arr is) {
            lists(path, was.items(), is.items());
        } else {
            found.add(new Difference(path, Optional.of(before), Optional.of(after)));
        }
    }

    private void members(String path, Map<String, Json> before, Map<String, Json> after) {
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            maybe(
                    path.isEmpty() ? name : path + "." + name,
                    Optional.ofNullable(before.get(name)),
                    Optional.ofNullable(after.get(name)));
        }
    }

    private void maybe(String path, Optional<Json> before, Optional<Json> after) {
        if (before.isPresent() && after.isPresent()) {
            values(path, before.get(), after.get());
        } else if (before.isPresent() || after.isPresent()) {
            found.add(new Difference(path, before, after));
        }
    }

    private void lists(String path, List<Json> before, List<Json> after) {
        Optional<String> name = NAMES.stream()
                .filter(candidate -> names(before, candidate) && names(after, candidate))
                .findFirst();
        if (name.isPresent()) {
            named(path, keyed(before, name.get()), keyed(after, name.get()), name.get());
        } else if (plain(before) && plain(after)) {
            sets(path, before, after);
        } else {
            positions(path, before, after);
        }
    }

    /** Every item has the member, and no two the same: then it tells them apart. */
    private static boolean names(List<Json> items, String member) {
        return items.stream()
                        .allMatch(item -> item instanceof Json.Obj object
                                && object.get(member)
                                        .filter(Json.Str.class::isInstance)
                                        .isPresent())
                && keyed(items, member).size() == items.size();
    }

    private static SequencedMap<String, Json> keyed(List<Json> items, String member) {
        var keyed = new LinkedHashMap<String, Json>();
        for (Json item : items) {
            if (item instanceof Json.Obj object && object.members().get(member) instanceof Json.Str(var key)) {
                keyed.put(key, item);
            }
        }
        return keyed;
    }

    private void named(String path, Map<String, Json> before, Map<String, Json> after, String name) {
        var keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            maybe(
                    "%s[%s=%s]".formatted(path, name, key),
                    Optional.ofNullable(before.get(key)),
                    Optional.ofNullable(after.get(key)));
        }
    }

    private static boolean plain(List<Json> items) {
        return items.stream().noneMatch(item -> item instanceof Json.Obj || item instanceof Json.Arr);
    }

    private void sets(String path, List<Json> before, List<Json> after) {
        List<Json> was = comparable(before, after);
        List<Json> is = comparable(after, before);
        var gone = new ArrayList<>(was);
        is.forEach(gone::remove);
        var come = new ArrayList<>(is);
        was.forEach(come::remove);
        gone.forEach(value -> found.add(new Difference(path + "[]", Optional.of(value), Optional.empty())));
        come.forEach(value -> found.add(new Difference(path + "[]", Optional.empty(), Optional.of(value))));
        if (gone.isEmpty() && come.isEmpty() && !was.equals(is)) {
            found.add(new Difference(path, Optional.of(Json.of(before)), Optional.of(Json.of(after))));
        }
    }

    /** Without the secrets for which the other list has some under another key. */
    private static List<Json> comparable(List<Json> items, List<Json> others) {
        return items.stream()
                .filter(item -> others.stream().noneMatch(other -> sameSecretUnderAnotherKey(item, other)))
                .toList();
    }

    private void positions(String path, List<Json> before, List<Json> after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            maybe("%s[%d]".formatted(path, i), at(before, i), at(after, i));
        }
    }

    private static Optional<Json> at(List<Json> items, int index) {
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    /** Values hashed under different keys cannot be compared: that is not a change. */
    private static boolean sameSecretUnderAnotherKey(Json before, Json after) {
        return before instanceof Json.Str(var was)
                && after instanceof Json.Str(var is)
                && Redacted.keyId(was).isPresent()
                && Redacted.keyId(is).isPresent()
                && !Redacted.keyId(was).equals(Redacted.keyId(is));
    }
}
