package dev.quarterdeck.local.renderings;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows the path of a change, as people read it, to what it speaks of. */
record Told(String path) {
    private static final Pattern STEP =
            Pattern.compile("\\.?([^.\\[]+)|\\[([^=\\]]+)=([^\\]]*)\\]|\\[(\\d+)\\]|\\[(\\s*)\\]$");

    /** What stands there; of a list without names, all of it. */
    Optional<Json> in(Json content) {
        Optional<Json> here = Optional.of(content);
        Matcher step = STEP.matcher(path);
        while (step.find()) {
            here = here.flatMap(value -> next(step, value));
        }
        return here;
    }

    boolean isOfAList() {
        return path.endsWith("[]");
    }

    private static Optional<Json> next(Matcher step, Json here) {
        if (step.group(1) != null) {
            return here instanceof Json.Obj object ? object.get(step.group(1)) : Optional.empty();
        }
        List<Json> items = here instanceof Json.Arr(var all) ? all : List.of();
        if (step.group(2) != null) {
            return items.stream()
                    .filter(item -> item instanceof Json.Obj object
                            && object.get(step.group(2)).equals(Optional.of(Json.of(step.group(3)))))
                    .findFirst();
        }
        return step.group(4) == null
                ? Optional.of(here)
                : items.stream().skip(Integer.parseInt(step.group(4))).findFirst();
    }
}
