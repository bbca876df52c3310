package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.ResourceMap.End;
import dev.quarterdeck.inventory.asking.ResourceMap.Line;
import dev.quarterdeck.inventory.asking.ResourceMap.Lines;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.query.engine.Answer;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Fragment;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The links of what a map shows, added up between the groups in which they begin and end. */
record Links(Engine engine, Matching matching, Homes homes) {
    /** Lines that one map draws at most: those of the most links. */
    static final int ROOM = 20_000;

    private static final String TOLD = "f, t, part, to_account_id, dangling, rel, sum(links)";

    private static final String BY_PLACE = """
            SELECT f.home AS f, t.home AS t, w.part, w.to_account_id, w.dangling, w.rel, w.links
            FROM ways w JOIN homes f ON f.place = w.from_place LEFT JOIN homes t ON t.place = w.to_place
            WHERE f.home >= 0 AND coalesce(t.home, 0) >= 0""";

    /** Of links, each of which begins or ends at something that is shown. */
    private static final String BY_RESOURCE = """
            SELECT f.home AS f, t.home AS t, e.part, e.to_account_id, e.dangling, e.rel, 1 AS links
            FROM {} e LEFT JOIN shown f ON f.uid = e.from_uid LEFT JOIN shown t ON t.uid = e.to_uid
            WHERE f.home IS NOT NULL OR t.home IS NOT NULL""";

    private static final String SHOWN = """
            shown AS (SELECT r.uid, coalesce(a.home, h.home) AS home
                FROM {} r JOIN homes h ON h.place = r.place LEFT JOIN apart a ON a.uid = r.uid WHERE {})""";

    private static final String OF_APART = """
            (SELECT * FROM {} WHERE from_uid IN (SELECT uid FROM apart) OR to_uid IN (SELECT uid FROM apart))""";

    private static final Comparator<Line> MOST = Comparator.comparingLong(Line::links)
            .reversed()
            .thenComparing(line -> text(line.from()))
            .thenComparing(line -> text(line.to()));

    /** Where they begin and end. */
    private record Ends(End from, End to) {}

    Lines lines(Filter filter) {
        return engine.ask(filter.equals(Filter.ALL) ? ofAll() : ofSome(), this::lines);
    }

    /** Only those of resources that are told apart are followed one by one. */
    private Fragment ofAll() {
        if (!homes.tellApart()) {
            return told(Fragment.of(BY_PLACE), Fragment.of(""));
        }
        Fragment edges = Fragment.of(OF_APART, edges());
        return told(
                Fragment.joined(List.of(Fragment.of(BY_PLACE), Fragment.of(BY_RESOURCE, edges)), " UNION ALL "),
                shown());
    }

    private Fragment ofSome() {
        return told(Fragment.of(BY_RESOURCE, edges()), shown());
    }

    private Fragment edges() {
        return Fragment.of(matching.relations().edges());
    }

    private Fragment shown() {
        return Fragment.of(", " + SHOWN, Fragment.of(matching.relations().resources()), matching.condition());
    }

    private Fragment told(Fragment links, Fragment shown) {
        return matching.with(
                Fragment.of("{}{}", homes.tables(), shown),
                Fragment.of("SELECT " + TOLD + " FROM ({}) GROUP BY ALL", links));
    }

    private Lines lines(Answer answer) throws SQLException {
        var lines = new HashMap<Ends, SortedMap<String, Long>>();
        while (answer.next()) {
            lines.computeIfAbsent(ends(answer), _ -> new TreeMap<>())
                    .merge(answer.text(6), answer.number(7), Long::sum);
        }
        List<Line> most = lines.entrySet().stream()
                .map(line -> new Line(line.getKey().from(), line.getKey().to(), line.getValue()))
                .sorted(MOST)
                .toList();
        List<Line> kept = most.subList(0, Math.min(ROOM, most.size()));
        return new Lines(kept, sum(most) - sum(kept));
    }

    private static long sum(List<Line> lines) {
        return lines.stream().mapToLong(Line::links).sum();
    }

    private Ends ends(Answer answer) throws SQLException {
        End from = end(answer.maybeNumber(1), answer.maybeText(3), true);
        return new Ends(from, end(answer.maybeNumber(2), answer.maybeText(4), !answer.flag(5)));
    }

    private End end(Optional<Long> home, Optional<String> account, boolean found) {
        return home.<End>map(number -> new End.Shown(homes.id(number.intValue())))
                .orElseGet(() -> new End.Elsewhere(account, found));
    }

    private static String text(End end) {
        return switch (end) {
            case End.Shown(var id) -> id;
            case End.Elsewhere elsewhere -> elsewhere.account().orElse("");
        };
    }
}
