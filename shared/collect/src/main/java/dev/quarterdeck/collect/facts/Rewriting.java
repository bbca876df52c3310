package dev.quarterdeck.collect.facts;

import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.collect.types.FieldPath.EachElement;
import dev.quarterdeck.collect.types.FieldPath.EachMember;
import dev.quarterdeck.collect.types.FieldPath.Member;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes what stands at a path; everything beside it is shared with the original. */
record Rewriting(UnaryOperator<Json> change, UnaryOperator<Json> misfit) {

    /** Values of another shape than the path expects stay as they are. */
    static Rewriting of(UnaryOperator<Json> change) {
        return new Rewriting(change, UnaryOperator.identity());
    }

    /** Values of another shape than the path expects are changed as a whole: rather too much than too little. */
    static Rewriting greedy(UnaryOperator<Json> change) {
        return new Rewriting(change, change);
    }

    Json at(FieldPath path, Json value) {
        return at(path.steps(), value);
    }

    Json at(List<FieldPath.Step> steps, Json value) {
        if (steps.isEmpty()) {
            return change.apply(value);
        }
        if (value instanceof Json.Null) {
            return value;
        }
        List<FieldPath.Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case Member(var name) ->
                value instanceof Json.Obj object ? member(object, name, rest) : misfit.apply(value);
            case EachMember() -> value instanceof Json.Obj object ? members(object, rest) : misfit.apply(value);
            case EachElement() -> value instanceof Json.Arr(var items) ? elements(items, rest) : misfit.apply(value);
        };
    }

    private Json member(Json.Obj object, String name, List<FieldPath.Step> rest) {
        return object.get(name).map(old -> object.with(name, at(rest, old))).orElse(object);
    }

    private Json members(Json.Obj object, List<FieldPath.Step> rest) {
        var changed = new LinkedHashMap<String, Json>();
        object.members().forEach((name, old) -> changed.put(name, at(rest, old)));
        return new Json.Obj(changed);
    }

    private Json elements(List<Json> items, List<FieldPath.Step> rest) {
        var changed = new ArrayList<Json>(items.size());
        for (Json item : items) {
            changed.add(at(rest, item));
        }
        return new Json.Arr(changed);
    }
}
