package dev.quarterdeck.local.renderings;

import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Changes values where they stand; one that becomes nothing is left out. */
final class Spots {
    private Spots() {}

    /** At each place that the catalog's path means. */
    static Json changed(FieldPath path, Json value, Function<Json, Optional<Json>> change) {
        return changed(path.steps(), value, change).orElse(value);
    }

    private static Optional<Json> changed(
            List<FieldPath.Step> steps, Json value, Function<Json, Optional<Json>> change) {
        if (steps.isEmpty()) {
            return change.apply(value);
        }
        List<FieldPath.Step> rest = steps.subList(1, steps.size());
        return Optional.of(
                switch (value) {
                    case Json.Obj object -> members(object, steps.getFirst(), item -> changed(rest, item, change));
                    case Json.Arr(var items)
                    when steps.getFirst() instanceof FieldPath.EachElement ->
                        Json.of(items.stream()
                                .flatMap(item -> changed(rest, item, change).stream())
                                .toList());
                    case Json.Arr _, Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> value;
                });
    }

    private static Json members(Json.Obj object, FieldPath.Step step, Function<Json, Optional<Json>> change) {
        var members = new LinkedHashMap<String, Json>();
        object.members().forEach((name, old) -> {
            boolean meant = switch (step) {
                case FieldPath.Member(var wanted) -> wanted.equals(name);
                case FieldPath.EachMember() -> true;
                case FieldPath.EachElement() -> false;
            };
            (meant ? change.apply(old) : Optional.of(old)).ifPresent(now -> members.put(name, now));
        });
        return Json.of(members);
    }

    /** At one place: names of members, and numbers of elements. */
    static Json changed(List<String> place, Json value, Optional<Json> now) {
        return at(place, value, now).orElse(value);
    }

    private static Optional<Json> at(List<String> place, Json value, Optional<Json> now) {
        if (place.isEmpty()) {
            return now;
        }
        String step = place.getFirst();
        List<String> rest = place.subList(1, place.size());
        return Optional.of(
                switch (value) {
                    case Json.Obj object -> members(object, new FieldPath.Member(step), item -> at(rest, item, now));
                    case Json.Arr(var items) -> {
                        var changed = new ArrayList<Json>();
                        for (int i = 0; i < items.size(); i++) {
                            (step.equals("" + i) ? at(rest, items.get(i), now) : Optional.of(items.get(i)))
                                    .ifPresent(changed::add);
                        }
                        yield Json.of(changed);
                    }
                    case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> value;
                });
    }

    /** Every place at which a value without parts stands. */
    static Stream<List<String>> leaves(Json value) {
        return switch (value) {
            case Json.Obj object ->
                object.members().entrySet().stream()
                        .flatMap(member -> leaves(member.getValue()).map(place -> below(member.getKey(), place)));
            case Json.Arr(var items) ->
                IntStream.range(0, items.size())
                        .boxed()
                        .flatMap(i -> leaves(items.get(i)).map(place -> below("" + i, place)));
            case Json.Null _ -> Stream.empty();
            case Json.Bool _, Json.Num _, Json.Str _ -> Stream.of(List.of());
        };
    }

    private static List<String> below(String step, List<String> place) {
        return Stream.concat(Stream.of(step), place.stream()).toList();
    }

    static Json value(List<String> place, Json value) {
        Json here = value;
        for (String step : place) {
            here = here instanceof Json.Arr(var items)
                    ? items.get(Integer.parseInt(step))
                    : ((Json.Obj) here).get(step).orElseThrow();
        }
        return here;
    }

    /** Whether the catalog's path means this place, or something that it stands in. */
    static boolean covers(FieldPath path, List<String> place) {
        List<FieldPath.Step> steps = path.steps();
        return steps.size() <= place.size()
                && IntStream.range(0, steps.size())
                        .allMatch(i ->
                                !(steps.get(i) instanceof FieldPath.Member(var name)) || name.equals(place.get(i)));
    }
}
