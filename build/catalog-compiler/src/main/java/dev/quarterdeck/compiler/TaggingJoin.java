package dev.quarterdeck.compiler;

import dev.quarterdeck.compiler.Yaml.Fields;
import dev.quarterdeck.compiler.Yaml.Items;
import dev.quarterdeck.compiler.Yaml.Value;
import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * {@code tagging: sqs}, written out as the enrichment it stands for: one paged call of the Resource Groups Tagging API
 * gives the tags of all resources of an account and region, of all types that are looked at.
 */
final class TaggingJoin {
    private static final int LARGEST_PAGE = 100;

    private TaggingJoin() {}

    /** The type without the short form; its lines stay those of the file. */
    static Fields spelledOut(Fields type) {
        if (!(type.get("tagging").orElse(null) instanceof Value filter)) {
            return type;
        }
        var members = new LinkedHashMap<>(type.members());
        members.remove("tagging");
        members.putIfAbsent("tags", text("Tags", filter.line()));
        List<Yaml> enrich =
                Stream.concat(type.each("enrich"), Stream.of(join(filter))).toList();
        members.put("enrich", new Items(filter.line(), enrich));
        return new Fields(type.line(), members);
    }

    private static Fields join(Value filter) {
        int line = filter.line();
        SequencedMap<String, Yaml> with = new LinkedHashMap<>();
        with.put("ResourceTypeFilters", new Items(line, List.of(filter)));
        with.put("ResourcesPerPage", new Value(line, Json.of(LARGEST_PAGE)));
        SequencedMap<String, Yaml> join = new LinkedHashMap<>();
        join.put("name", text("tags", line));
        join.put("service", text("resourcegroupstaggingapi", line));
        join.put("call", text("GetResources", line));
        join.put("join", new Value(line, Json.Bool.TRUE));
        join.put("with", new Fields(line, with));
        join.put("together", text("ResourceTypeFilters", line));
        join.put("items", text("ResourceTagMappingList[]", line));
        join.put("key", text("ResourceARN", line));
        join.put("on", text("$arn", line));
        join.put("take", text("Tags", line));
        join.put("else", new Items(line, List.of()));
        return new Fields(line, join);
    }

    private static Value text(String text, int line) {
        return new Value(line, Json.of(text));
    }
}
