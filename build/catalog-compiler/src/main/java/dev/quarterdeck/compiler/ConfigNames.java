package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Form.Struct;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The names that members of config may have, of whatever type, as one tree of objects. Beneath a name without members
 * anything may stand: a value, items of a list, data of AWS's customers, or what nobody knows.
 */
final class ConfigNames {
    /** Shapes may contain themselves. */
    private static final int DEEPEST = 6;

    private ConfigNames() {}

    static Json.Obj of(Collection<Form> resources) {
        return together(resources, DEEPEST);
    }

    private static Json.Obj together(Collection<Form> forms, int deep) {
        Map<String, List<Form>> members = new TreeMap<>();
        for (Form form : forms) {
            switch (form) {
                case Struct struct ->
                    struct.members()
                            .forEach((name, member) -> members.computeIfAbsent(name, _ -> new ArrayList<>())
                                    .add(deep == 0 ? Form.Anything.FORM : member.get()));
                case Form.Scalar _ -> {} // of another type, which has no member here
                case Form.Dictionary _, Form.Many _, Form.Anything _ -> {
                    return Json.Obj.EMPTY;
                }
            }
        }
        var tree = new LinkedHashMap<String, Json>();
        members.forEach((name, some) -> tree.put(name, together(some, deep - 1)));
        return new Json.Obj(tree);
    }
}
