package dev.quarterdeck.query.lists;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Fragment;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How many links lead from which place to which, worked out when somebody first asks and again only for accounts that
 * moved: to follow a million links takes half a second.
 */
final class Ways {
    static final String TABLE = "ways";

    private static final String MOVED = "WITH moved AS (SELECT unnest(from_json({}, '[\"VARCHAR\"]')) AS part) ";

    private final Engine engine;
    private final Map<String, String> followed = new HashMap<>();

    Ways(Engine engine) {
        this.engine = engine;
        engine.run("CREATE TABLE " + TABLE
                + " (part VARCHAR, to_account_id VARCHAR, from_place INTEGER, to_place INTEGER, dangling BOOLEAN,"
                + " rel VARCHAR, links BIGINT)");
    }

    /** Follows the links from and to parts that are other ones now. */
    void follow(Map<String, String> loaded) {
        Set<String> moved = new TreeSet<>(loaded.keySet());
        moved.addAll(followed.keySet());
        moved.removeIf(part -> Objects.equals(loaded.get(part), followed.get(part)));
        if (moved.isEmpty()) {
            return;
        }
        engine.run("BEGIN");
        try {
            follow(moved);
        } catch (RuntimeException e) {
            engine.run("ROLLBACK");
            throw e;
        }
        engine.run("COMMIT");
        followed.clear();
        followed.putAll(loaded);
    }

    private void follow(Set<String> moved) {
        String parts = Json.of(moved.stream().map(Json::of).toList()).text();
        engine.change(Fragment.of(
                MOVED + "DELETE FROM " + TABLE + " WHERE part IN (FROM moved) OR to_account_id IN (FROM moved)",
                parts));
        engine.change(Fragment.of(MOVED + "INSERT INTO " + TABLE + """
                 SELECT e.part, e.to_account_id, f.place, t.place, e.dangling, e.rel, count(*)
                FROM edges e JOIN resources f ON f.uid = e.from_uid LEFT JOIN resources t ON t.uid = e.to_uid
                WHERE e.part IN (FROM moved) OR e.to_account_id IN (FROM moved)
                GROUP BY ALL""", parts));
    }
}
