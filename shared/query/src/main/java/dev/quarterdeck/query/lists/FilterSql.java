package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Value;
import dev.quarterdeck.query.engine.Fragment;
import dev.quarterdeck.query.lists.FieldSql.Place;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Compiles a filter into a condition that is true, false or null as the filter answers yes, no or unknown. */
final class FilterSql {
    private final Instant now;
    private final Relations relations;
    private int names;

    /** What resources, links and areas are read from. */
    record Relations(String resources, String edges, String coverage) {}

    FilterSql(Instant now, Relations relations) {
        this.now = now;
        this.relations = relations;
    }

    Fragment condition(Filter filter) {
        return condition(filter, Place.OUTERMOST);
    }

    private Fragment condition(Filter filter, Place place) {
        return switch (filter) {
            case Filter.And(var all) -> all.isEmpty() ? Fragment.of("TRUE") : joined(all, " AND ", place);
            case Filter.Or(var any) -> joined(any, " OR ", place);
            case Filter.Not(var inner) -> Fragment.of("(NOT {})", condition(inner, place));
            case Filter.Compare(var field, var how, var value) -> compared(field, how, value, place);
            case Filter.In(var field, var values) -> in(field, values, place);
            case Filter.Match(var field, var how, var text) -> matched(FieldSql.text(field, place), how, text);
            case Filter.Under(var field, var path) ->
                Fragment.of(
                        "contains('/' || {} || '/', {})",
                        FieldSql.text(field, place),
                        "/" + path.replaceAll("^/+|/+$", "") + "/");
            case Filter.Near(var field, var how, var network) -> near(FieldSql.text(field, place), how, network.bits());
            case Filter.Aged(var field, var how, var age) ->
                Fragment.of(
                        how == Filter.Ageing.OLDER ? "({} < {})" : "({} > {})",
                        FieldSql.time(field, place),
                        time(now.minus(age.duration())));
            case Filter.Exists(var field) -> Fragment.of("({} IS NOT NULL)", FieldSql.value(field, place));
            case Filter.Any(var list, var item) -> any(FieldSql.value(list, place), item, place);
            case Filter.Linked(var direction, var other) -> linked(direction, other, place);
        };
    }

    private Fragment joined(List<Filter> parts, String between, Place place) {
        return Fragment.of(
                "({})",
                Fragment.joined(
                        parts.stream().map(part -> condition(part, place)).toList(), between));
    }

    private Fragment in(Field field, List<Value> values, Place place) {
        return Fragment.of(
                "({})",
                Fragment.joined(
                        values.stream()
                                .map(value -> compared(field, Filter.Comparison.EQUAL, value, place))
                                .toList(),
                        " OR "));
    }

    private static Fragment compared(Field field, Filter.Comparison how, Value value, Place place) {
        return switch (value) {
            case Value.Text(var text) ->
                FieldSql.isJson(field)
                        ? equal(how, Fragment.of("q_same({}, {})", FieldSql.value(field, place), text))
                        : ordered(FieldSql.value(field, place), how, text);
            case Value.Flag(var flag) ->
                FieldSql.isJson(field)
                        ? equal(how, Fragment.of("q_flag({}, {})", FieldSql.value(field, place), String.valueOf(flag)))
                        : ordered(FieldSql.value(field, place), how, flag);
            case Value.Numeral(var number) ->
                switch (how) {
                    case EQUAL, DIFFERENT ->
                        equal(
                                how,
                                Fragment.of(
                                        "q_equals({}, {}, {})",
                                        FieldSql.value(field, place),
                                        decimal(number.toPlainString()),
                                        number.toPlainString()));
                    case LESS, AT_MOST, MORE, AT_LEAST ->
                        ordered(FieldSql.number(field, place), how, decimal(number.toPlainString()));
                };
            case Value.Money money ->
                money(
                        money,
                        ordered(
                                FieldSql.number(field, place),
                                how,
                                decimal(money.amount().toPlainString())),
                        place);
            case Value.Time(var instant) -> ordered(FieldSql.time(field, place), how, time(instant));
            case Value.Versioned(var version) ->
                ordered(
                        Fragment.of("q_version({})", FieldSql.text(field, place)),
                        how,
                        Fragment.of("q_version({})", version.toString()));
        };
    }

    private static Fragment equal(Filter.Comparison how, Fragment same) {
        return how == Filter.Comparison.EQUAL ? same : Fragment.of("(NOT {})", same);
    }

    private static Fragment ordered(Fragment found, Filter.Comparison how, Object wanted) {
        return Fragment.of("({} " + how.sign() + " {})", found, wanted);
    }

    private static Fragment money(Value.Money money, Fragment compared, Place place) {
        return money.currency()
                .map(code -> Fragment.of("(CASE WHEN {} = {} THEN {} END)", place.column("currency"), code, compared))
                .orElse(compared);
    }

    private static Fragment decimal(String number) {
        return Fragment.of("q_decimal({})", number);
    }

    private static Fragment time(Instant instant) {
        return Fragment.of(
                "CAST({} AS TIMESTAMP)",
                LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString());
    }

    private static Fragment matched(Fragment text, Filter.Matching how, String wanted) {
        String function = how == Filter.Matching.CONTAINS ? "contains" : "starts_with";
        return Fragment.of(function + "(lower({}), lower({}))", text, wanted);
    }

    private static Fragment near(Fragment text, Filter.Nearness how, String bits) {
        Fragment found = Fragment.of("q_network({})", text);
        return how == Filter.Nearness.WITHIN
                ? Fragment.of("starts_with({}, {})", found, bits)
                : Fragment.of("starts_with({}, {})", bits, found);
    }

    /** No subquery may stand in a lambda: the answers of the items are numbers, of which the greatest counts. */
    private Fragment any(Fragment list, Filter item, Place place) {
        String name = "i" + ++names;
        return answer(Fragment.of(
                "CASE WHEN json_type({}) = 'ARRAY' THEN coalesce(list_max(list_transform(json_extract({}, '$[*]'), lambda "
                        + name + ": {})), 0) END",
                list,
                list,
                score(condition(item, place.withItem(name)))));
    }

    private Fragment linked(Filter.Direction direction, Filter other, Place place) {
        int name = ++names;
        boolean uses = direction == Filter.Direction.USES;
        String near = uses ? "from_uid" : "to_uid";
        String far = uses ? "to_uid" : "from_uid";
        String ends = "FROM %s e%d LEFT JOIN %s r%d ON r%d.uid = e%d.%s WHERE e%d.%s"
                .formatted(relations.edges(), name, relations.resources(), name, name, name, far, name, near);
        return answer(Fragment.of(
                "CASE WHEN {} IS NOT NULL THEN (SELECT coalesce(max({}), 0) " + ends + " = {}) END",
                place.column("uid"),
                score(condition(other, new Place("r" + name, "", "e" + name))),
                place.column("uid")));
    }

    private static Fragment score(Fragment condition) {
        return Fragment.of("coalesce(CAST({} AS TINYINT) * 2, 1)", condition);
    }

    private static Fragment answer(Fragment score) {
        return Fragment.of("(CASE {} WHEN 2 THEN TRUE WHEN 0 THEN FALSE END)", score);
    }
}
