package dev.quarterdeck.inventory.filter;

import java.util.List;
import java.util.Set;

/** What a filter asks of where a resource is and of its type: as much as can be told of an area in which nobody looked. */
public final class Whereabouts {
    private static final Set<String> OF_AREAS = Set.of("account_id", "region", "type");
    private static final Filter NONE = new Filter.Not(Filter.ALL);

    private Whereabouts() {}

    /** Answers no only where no resource could answer yes to the filter. */
    public static Filter of(Filter filter) {
        return bound(filter, true);
    }

    /** What is not told by an area is taken for what lets the most resources through: under a not, that is the least. */
    private static Filter bound(Filter filter, boolean most) {
        return switch (filter) {
            case Filter.And(var all) -> new Filter.And(bounds(all, most));
            case Filter.Or(var any) -> new Filter.Or(bounds(any, most));
            case Filter.Not(var inner) -> new Filter.Not(bound(inner, !most));
            case Filter.Exists(var field) when ofArea(field) -> Filter.ALL;
            case Filter.Exists _, Filter.Any _, Filter.Linked _ -> most ? Filter.ALL : NONE;
            default -> Filter.fields(filter).allMatch(Whereabouts::ofArea) ? filter : most ? Filter.ALL : NONE;
        };
    }

    private static List<Filter> bounds(List<Filter> parts, boolean most) {
        return parts.stream().map(part -> bound(part, most)).toList();
    }

    private static boolean ofArea(Field field) {
        return field instanceof Field.Column column && OF_AREAS.contains(column.name());
    }
}
