package dev.quarterdeck.collect.facts;

import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.collect.types.Upkeep;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** The SHA-256 of what counts as a change: without noise, lists without order sorted, policies in one form. */
public final class ContentHash {
    /** Most resources take less. */
    private static final int EXPECTED = 2048;

    private static final Rewriting POLICIES = Rewriting.of(PolicyForm::of);

    private ContentHash() {}

    /** Of a configuration that is tidy already. */
    static String of(Json.Obj tidy, Upkeep upkeep) {
        Json quiet = quiet(tidy, upkeep);
        Json content = upkeep.noise().isEmpty() ? quiet : Tidying.sorted(quiet, upkeep.unordered());
        return Digest.hex(new JsonBytes(EXPECTED).canonical(content));
    }

    /** What is hashed, so that two looks can be held against each other; an older catalog may have tidied less. */
    static Json content(Json.Obj config, Upkeep upkeep) {
        return Tidying.sorted(quiet(Tidying.caughtUp(config, upkeep), upkeep), upkeep.unordered());
    }

    private static Json quiet(Json tidy, Upkeep upkeep) {
        Json quiet = tidy;
        for (FieldPath path : upkeep.noise()) {
            quiet = without(path.steps(), quiet);
        }
        for (FieldPath path : upkeep.json()) {
            quiet = POLICIES.at(path, quiet);
        }
        return quiet;
    }

    private static Json without(List<FieldPath.Step> steps, Json value) {
        List<FieldPath.Step> rest = steps.subList(1, steps.size());
        return switch (steps.getFirst()) {
            case FieldPath.Member(var name) when value instanceof Json.Obj object -> withoutMember(object, name, rest);
            case FieldPath.EachMember() when value instanceof Json.Obj object -> withoutMembers(object, rest);
            case FieldPath.EachElement() when value instanceof Json.Arr(var items) -> withoutElements(items, rest);
            case FieldPath.Member _, FieldPath.EachMember _, FieldPath.EachElement _ -> value;
        };
    }

    private static Json withoutMember(Json.Obj object, String name, List<FieldPath.Step> rest) {
        Json old = object.members().get(name);
        if (old == null) {
            return object;
        }
        if (!rest.isEmpty()) {
            return object.with(name, without(rest, old));
        }
        var left = new LinkedHashMap<>(object.members());
        left.remove(name);
        return new Json.Obj(left);
    }

    private static Json withoutMembers(Json.Obj object, List<FieldPath.Step> rest) {
        if (rest.isEmpty()) {
            return Json.Obj.EMPTY;
        }
        var left = new LinkedHashMap<String, Json>();
        object.members().forEach((name, old) -> left.put(name, without(rest, old)));
        return new Json.Obj(left);
    }

    private static Json withoutElements(List<Json> items, List<FieldPath.Step> rest) {
        var left = new ArrayList<Json>();
        if (!rest.isEmpty()) {
            items.forEach(item -> left.add(without(rest, item)));
        }
        return new Json.Arr(left);
    }
}
