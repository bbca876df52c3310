package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.kernel.Json;
import java.util.List;

/** The links of a resource with what is at their other ends. */
public interface Neighbours {
    Neighbours NONE = (_, _) -> List.of();

    List<Neighbour> of(Json.Obj resource, Filter.Direction direction);

    /** A link and the resource at its other end: an empty row where nobody has seen it. */
    record Neighbour(Json.Obj link, Json.Obj other) {}
}
