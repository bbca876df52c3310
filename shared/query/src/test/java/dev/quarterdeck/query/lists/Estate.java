package dev.quarterdeck.query.lists;

import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Neighbours;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rows in memory, as a source and as what the evaluator asks. The recorded ones are two of each type that an emulator has. */
public record Estate(List<Json.Obj> resources, List<Json.Obj> edges, List<Json.Obj> coverage)
        implements RowSource, Neighbours {
    public static final Estate RECORDED = new Estate(read("resources"), read("edges"), read("coverage"));

    private static List<Json.Obj> read(String name) {
        String file = "/estate/" + name + ".ndjson";
        try (InputStream in = Objects.requireNonNull(Estate.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> (Json.Obj) Json.parse(line))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> stamps() {
        return Map.of("all", "");
    }

    @Override
    public void rows(String part, Sheet sheet, Consumer<Json.Obj> sink) {
        switch (sheet) {
            case RESOURCES -> resources.forEach(sink);
            case EDGES -> edges.forEach(sink);
            case COVERAGE -> coverage.forEach(sink);
            case ACCOUNTS, CHANGES -> {} // of a hub alone
        }
    }

    @Override
    public List<Neighbour> of(Json.Obj resource, Filter.Direction direction) {
        boolean uses = direction == Filter.Direction.USES;
        Optional<Json> uid = resource.get("uid");
        return edges.stream()
                .filter(edge -> edge.get(uses ? "from_uid" : "to_uid").equals(uid))
                .map(edge -> new Neighbour(edge, end(edge.get(uses ? "to_uid" : "from_uid"))))
                .toList();
    }

    private Json.Obj end(Optional<Json> uid) {
        return uid.map(byUid()::get).orElse(Json.Obj.EMPTY);
    }

    private Map<Json, Json.Obj> byUid() {
        return resources.stream().collect(Collectors.toMap(row -> row.get("uid").orElseThrow(), row -> row));
    }
}
