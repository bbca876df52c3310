package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.Listing.Count;
import dev.quarterdeck.inventory.asking.Listing.Facet;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.inventory.asking.ResourceLists;
import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Answer;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Fragment;
import dev.quarterdeck.query.lists.FieldSql.Place;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Lists resources from a projection. */
public final class DuckDbResourceLists implements ResourceLists {
    private static final int FACETS = 50;

    private final Projection projection;
    private final RowSource source;

    public DuckDbResourceLists(Projection projection, RowSource source) {
        this.projection = projection;
        this.source = source;
    }

    @Override
    public Listing list(ListRequest request) {
        var matching = Matching.of(request);
        try (Engine engine = projection.of(source)) {
            return page(engine, request, matching, whole(engine, request, matching));
        }
    }

    static Listing.Whole whole(Engine engine, ListRequest request, Matching matching) {
        return new Listing.Whole(
                count(engine, request, matching),
                facets(engine, request, matching),
                LookedAt.of(engine, request.filter(), matching));
    }

    private static Listing page(Engine engine, ListRequest request, Matching matching, Listing.Whole whole) {
        List<Field> fields = request.shape().fields();
        List<Key> keys = Key.of(request.shape().order());
        List<Json> last = request.page().after().values();
        Fragment from = last.isEmpty() ? Fragment.of("TRUE") : Key.after(keys, last);
        Fragment query = matching.select(
                Fragment.joined(
                        Stream.concat(
                                        fields.stream().map(field -> FieldSql.value(field, Place.OUTERMOST)),
                                        keys.stream().map(Key::value))
                                .toList(),
                        ", "),
                from,
                Fragment.of("{} LIMIT {}", Key.sorted(keys), request.page().limit() + 1));
        return engine.ask(query, answer -> {
            var rows = new ArrayList<Json.Obj>();
            Position end = Position.START;
            boolean more = false;
            while (answer.next()) {
                more = rows.size() == request.page().limit();
                if (!more) {
                    rows.add(row(answer, fields));
                    end = new Position(values(answer, fields.size() + 1, keys.size()));
                }
            }
            return new Listing(rows, more ? Optional.of(end) : Optional.empty(), whole);
        });
    }

    static Json.Obj row(Answer answer, List<Field> fields) throws SQLException {
        var members = new LinkedHashMap<String, Json>();
        for (int i = 0; i < fields.size(); i++) {
            members.put(fields.get(i).text(), answer.value(i + 1));
        }
        return new Json.Obj(members);
    }

    private static List<Json> values(Answer answer, int first, int count) throws SQLException {
        var values = new ArrayList<Json>();
        for (int i = 0; i < count; i++) {
            values.add(answer.value(first + i));
        }
        return values;
    }

    private static Count count(Engine engine, ListRequest request, Matching matching) {
        boolean exact = request.page().exactCount();
        Fragment rest = exact ? Fragment.of("") : Fragment.of("LIMIT {}", Listing.COUNTED + 1);
        Fragment query =
                Fragment.of("SELECT count(*) FROM ({})", matching.select(Fragment.of("1"), Fragment.of("TRUE"), rest));
        return engine.ask(query, answer -> {
            answer.next();
            long number = answer.number(1);
            return exact || number <= Listing.COUNTED ? new Count(number, true) : new Count(Listing.COUNTED, false);
        });
    }

    private static SequencedMap<String, List<Facet>> facets(Engine engine, ListRequest request, Matching matching) {
        var facets = new LinkedHashMap<String, List<Facet>>();
        for (Field field : request.shape().facets()) {
            Fragment value = FieldSql.isJson(field)
                    ? Fragment.of("({}->>'$')", FieldSql.value(field, Place.OUTERMOST))
                    : FieldSql.value(field, Place.OUTERMOST);
            Fragment query = matching.select(
                    Fragment.of("{} AS value, count(*) AS number", value),
                    Fragment.of("TRUE"),
                    Fragment.of("GROUP BY value ORDER BY number DESC, value NULLS LAST LIMIT {}", FACETS));
            facets.put(field.text(), engine.ask(query, DuckDbResourceLists::facets));
        }
        return facets;
    }

    private static List<Facet> facets(Answer answer) throws SQLException {
        var facets = new ArrayList<Facet>();
        while (answer.next()) {
            facets.add(new Facet(answer.value(1), answer.number(2)));
        }
        return facets;
    }
}
