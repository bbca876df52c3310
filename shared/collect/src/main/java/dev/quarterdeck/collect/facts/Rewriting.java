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
        return at(steps, 0, value);
    }

    private Json at(List<FieldPath.Step> steps, int step, Json value) {
        if (step == steps.size()) {
            return change.apply(value);
        }
        if (value instanceof Json.Null) {
            return value;
        }
        int rest = step + 1;
        return switch (steps.get(step)) {
            case Member(var name) ->
                value instanceof Json.Obj object ? member(object, name, steps, rest) : misfit.apply(value);
            case EachMember() -> value instanceof Json.Obj object ? members(object, steps, rest) : misfit.apply(value);
            case EachElement() -> value instanceof Json.Arr array ? elements(array, steps, rest) : misfit.apply(value);
        };
    }

    private Json member(Json.Obj object, String name, List<FieldPath.Step> steps, int rest) {
        Json old = object.members().get(name);
        if (old == null) {
            return object;
        }
        Json changed = at(steps, rest, old);
        return same(old, changed) ? object : object.with(name, changed);
    }

    private Json members(Json.Obj object, List<FieldPath.Step> steps, int rest) {
        var changed = new LinkedHashMap<String, Json>();
        object.members().forEach((name, old) -> changed.put(name, at(steps, rest, old)));
        return new Json.Obj(changed);
    }

    private Json elements(Json.Arr array, List<FieldPath.Step> steps, int rest) {
        boolean same = true;
        var changed = new ArrayList<Json>(array.items().size());
        for (Json item : array.items()) {
            Json now = at(steps, rest, item);
            same &= same(item, now);
            changed.add(now);
        }
        return same ? array : new Json.Arr(changed);
    }

    /** Whether nothing was changed: then nothing around it need be copied either. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean same(Json old, Json now) {
        return old == now;
    }
}
