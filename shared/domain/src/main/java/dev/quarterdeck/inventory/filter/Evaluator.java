package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers a filter for one row, as docs/filters.md says it: what engines are held to. */
public final class Evaluator {
    private final Values values;
    private final Neighbours neighbours;

    public Evaluator(Instant now, Neighbours neighbours) {
        this.values = new Values(now);
        this.neighbours = neighbours;
    }

    public Tri answer(Filter filter, Json.Obj row) {
        return answer(filter, new Place(row, Json.Null.VALUE, Json.Obj.EMPTY));
    }

    /** Where a test looks: the resource, the item of the nearest list, the link that led here. */
    private record Place(Json.Obj row, Json item, Json.Obj link) {
        Place at(Json item) {
            return new Place(row, item, link);
        }
    }

    private Tri answer(Filter filter, Place place) {
        return switch (filter) {
            case Filter.And(var all) -> not(some(all.stream().map(part -> not(answer(part, place)))));
            case Filter.Or(var any) -> some(any.stream().map(part -> answer(part, place)));
            case Filter.Not(var inner) -> not(answer(inner, place));
            case Filter.Compare(var field, var how, var value) -> compared(field, how, value, place);
            case Filter.In(var field, var list) ->
                some(list.stream().map(value -> compared(field, Filter.Comparison.EQUAL, value, place)));
            case Filter.Match(var field, var how, var text) ->
                known(read(field, place), json -> Values.matches(json, how, text));
            case Filter.Under(var field, var path) -> known(read(field, place), json -> Values.under(json, path));
            case Filter.Near(var field, var how, var network) ->
                known(read(field, place), json -> Values.near(json, how, network));
            case Filter.Aged(var field, var how, var age) ->
                known(read(field, place), json -> values.aged(json, how, age));
            case Filter.Exists(var field) -> Tri.of(read(field, place).isPresent());
            case Filter.Any(var list, var item) -> any(read(list, place), item, place);
            case Filter.Linked(var direction, var other) -> linked(direction, other, place.row());
        };
    }

    private static Tri compared(Field field, Filter.Comparison how, Value value, Place place) {
        Optional<Json> found = read(field, place);
        if (value instanceof Value.Money money
                && money.currency().isPresent()
                && !member(place.row(), "currency").equals(money.currency().map(Json::of))) {
            return Tri.UNKNOWN;
        }
        return known(found, json -> Values.compared(json, how, value));
    }

    private Tri any(Optional<Json> list, Filter item, Place place) {
        return list.orElse(Json.Null.VALUE) instanceof Json.Arr(var items)
                ? some(items.stream().map(one -> answer(item, place.at(one))))
                : Tri.UNKNOWN;
    }

    /** Of a resource that nobody has seen no links are known either. */
    private Tri linked(Filter.Direction direction, Filter other, Json.Obj row) {
        return member(row, "uid").isEmpty()
                ? Tri.UNKNOWN
                : some(neighbours.of(row, direction).stream()
                        .map(end -> answer(other, new Place(end.other(), Json.Null.VALUE, end.link()))));
    }

    private static Tri known(Optional<Json> found, Function<Json, Tri> test) {
        return found.map(test).orElse(Tri.UNKNOWN);
    }

    private static Optional<Json> read(Field field, Place place) {
        return switch (field) {
            case Field.Column(var name, var kind) ->
                member(place.row(), name)
                        .filter(value -> kind != Kind.Plain.TRI || !value.equals(Json.of(Tri.UNKNOWN.toString())));
            case Field.Whole(var name) -> member(place.row(), name);
            case Field.Tag(var key) -> member(place.row(), "tags").flatMap(tags -> step(tags, key));
            case Field.Config(var path) -> member(place.row(), "config").flatMap(config -> walk(config, path));
            case Field.Item(var path) -> present(place.item()).flatMap(item -> walk(item, path));
            case Field.Link column -> member(place.link(), column.name());
        };
    }

    private static Optional<Json> walk(Json from, List<String> path) {
        Optional<Json> at = Optional.of(from);
        for (String name : path) {
            at = at.flatMap(json -> step(json, name));
        }
        return at;
    }

    private static Optional<Json> step(Json from, String name) {
        return switch (from) {
            case Json.Obj object -> member(object, name);
            case Json.Arr(var items) -> index(name, items.size()).flatMap(at -> present(items.get(at)));
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> index(String name, int size) {
        return name.matches("0|[1-9][0-9]{0,8}")
                ? Optional.of(Integer.valueOf(name)).filter(at -> at < size)
                : Optional.empty();
    }

    private static Optional<Json> member(Json.Obj object, String name) {
        return object.get(name).flatMap(Evaluator::present);
    }

    private static Optional<Json> present(Json value) {
        return value instanceof Json.Null ? Optional.empty() : Optional.of(value);
    }

    private static Tri some(Stream<Tri> answers) {
        var all = answers.toList();
        return all.contains(Tri.YES) ? Tri.YES : all.contains(Tri.UNKNOWN) ? Tri.UNKNOWN : Tri.NO;
    }

    private static Tri not(Tri answer) {
        return switch (answer) {
            case YES -> Tri.NO;
            case NO -> Tri.YES;
            case UNKNOWN -> Tri.UNKNOWN;
        };
    }
}
