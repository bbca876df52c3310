package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** One field that differs between two versions of an account; {@code path} is its JSON pointer. */
public record Difference(String path, Optional<Json> before, Optional<Json> after) {
    /** They differ in every version. */
    private static final Set<String> NOISE = Set.of("/version", "/changed_at");

    public static List<Difference> between(Account before, Account after) {
        return between(AccountCodec.encode(before), AccountCodec.encode(after));
    }

    static List<Difference> between(Json.Obj before, Json.Obj after) {
        var old = leaves(before);
        var now = leaves(after);
        var paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .filter(path -> !NOISE.contains(path))
                .map(path ->
                        new Difference(path, Optional.ofNullable(old.get(path)), Optional.ofNullable(now.get(path))))
                .filter(field -> !field.before.equals(field.after))
                .toList();
    }

    public Json.Obj json() {
        var members = new Members().put("path", path);
        before.ifPresent(value -> members.put("before", value));
        after.ifPresent(value -> members.put("after", value));
        return members.json();
    }

    /** Lists are leaves: they are short, and are read as a whole. */
    private static SortedMap<String, Json> leaves(Json.Obj object) {
        var leaves = new TreeMap<String, Json>();
        var open = new ArrayList<Open>(List.of(new Open("", object)));
        while (!open.isEmpty()) {
            Open at = open.removeLast();
            at.object.members().forEach((name, value) -> {
                String path = at.path + "/" + name.replace("~", "~0").replace("/", "~1");
                if (value instanceof Json.Obj inner) {
                    open.add(new Open(path, inner));
                } else {
                    leaves.put(path, value);
                }
            });
        }
        return leaves;
    }

    private record Open(String path, Json.Obj object) {}
}
