package dev.quarterdeck.inventory.find;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resources whose edges are asked for; by their ARNs what points at them without having found them is told too. */
public record Ends(Set<String> uids, Set<String> arns) {
    public Ends {
        uids = Set.copyOf(uids);
        arns = arns.stream().map(Words::folded).collect(Collectors.toUnmodifiableSet());
    }

    public static Ends of(Stream<Json.Obj> rows) {
        var fields = rows.map(Fields::of).toList();
        return new Ends(
                fields.stream().map(row -> row.text("uid")).collect(Collectors.toSet()),
                fields.stream().flatMap(row -> row.maybeText("arn").stream()).collect(Collectors.toSet()));
    }

    /** Is the edge from or to one of them? */
    public boolean touches(Json.Obj edge) {
        Fields fields = Fields.of(edge);
        return uids.contains(fields.text("from_uid")) || isTarget(fields);
    }

    /** Is the edge to one of them? */
    public boolean isTarget(Fields edge) {
        return edge.maybeText("to_uid")
                .map(uids::contains)
                .orElseGet(() -> arns.contains(Words.folded(edge.text("to_arn"))));
    }
}
