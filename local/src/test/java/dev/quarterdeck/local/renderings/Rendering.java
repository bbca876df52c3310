package dev.quarterdeck.local.renderings;

import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.collect.types.Upkeep;
import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** One of the many ways in which AWS may tell the same of a resource. */
final class Rendering {
    private static final Set<String> SETS = Set.of("Action", "Resource", "AWS", "aws:SourceVpc");

    private final Random random;

    Rendering(Random random) {
        this.random = random;
    }

    Json.Obj of(Json.Obj config, Upkeep upkeep) {
        Json told = config;
        for (FieldPath path : upkeep.noise()) {
            told = Spots.changed(path, told, this::noise);
        }
        for (Upkeep.Unordered list : upkeep.unordered()) {
            List<FieldPath.Step> steps = list.path().steps();
            boolean elements = steps.getLast() instanceof FieldPath.EachElement;
            told = Spots.changed(
                    elements ? new FieldPath(steps.subList(0, steps.size() - 1)) : list.path(),
                    told,
                    value -> Optional.of(shuffled(value)));
        }
        told = policies(told);
        for (FieldPath path : upkeep.json()) {
            told = Spots.changed(path, told, document -> Optional.of(Json.of(text(document))));
        }
        return (Json.Obj) spread(told);
    }

    private Optional<Json> noise(Json old) {
        return switch (random.nextInt(3)) {
            case 0 -> Optional.of(old);
            case 1 -> Optional.empty();
            default -> Optional.of(Json.of("noise " + random.nextInt()));
        };
    }

    private Json shuffled(Json value) {
        if (!(value instanceof Json.Arr(var items))) {
            return value;
        }
        var shuffled = new ArrayList<>(items);
        Collections.shuffle(shuffled, random);
        return Json.of(shuffled);
    }

    /** Wherever a policy stands, as text or not: its sets in any order, single ones bare, some of them twice. */
    private Json policies(Json value) {
        return switch (value) {
            case Json.Obj object
            when object.get("Statement").isPresent() ->
                object.with("Statement", bare(sets(object.get("Statement").orElseThrow())));
            case Json.Obj(var members) -> {
                var told = new LinkedHashMap<String, Json>();
                members.forEach((name, member) -> told.put(name, policies(member)));
                yield Json.of(told);
            }
            case Json.Arr(var items) ->
                Json.of(items.stream().map(this::policies).toList());
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> value;
        };
    }

    private Json sets(Json value) {
        return switch (value) {
            case Json.Obj(var members) -> {
                var told = new LinkedHashMap<String, Json>();
                members.forEach((name, member) -> told.put(name, SETS.contains(name) ? set(member) : sets(member)));
                yield Json.of(told);
            }
            case Json.Arr(var items) -> Json.of(items.stream().map(this::sets).toList());
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> value;
        };
    }

    private Json set(Json value) {
        var items = new ArrayList<>(((Json.Arr) value).items());
        if (random.nextInt(4) == 0) {
            items.add(items.getFirst());
        }
        return bare(shuffled(Json.of(items)));
    }

    private Json bare(Json value) {
        return value instanceof Json.Arr(var items) && items.size() == 1 && random.nextBoolean()
                ? items.getFirst()
                : value;
    }

    /** Members in any order, numbers with zeros that say nothing. */
    private Json spread(Json value) {
        return switch (value) {
            case Json.Obj(var members) -> {
                var told = new LinkedHashMap<String, Json>();
                shuffled(members).forEach(member -> told.put(member.getKey(), spread(member.getValue())));
                yield Json.of(told);
            }
            case Json.Arr(var items) -> Json.of(items.stream().map(this::spread).toList());
            case Json.Num(var number) -> new Json.Num(number.setScale(number.scale() + random.nextInt(3)));
            case Json.Null _, Json.Bool _, Json.Str _ -> value;
        };
    }

    private List<Map.Entry<String, Json>> shuffled(Map<String, Json> members) {
        var entries = new ArrayList<>(members.entrySet());
        Collections.shuffle(entries, random);
        return entries;
    }

    /** As some program or other writes JSON. */
    private String text(Json value) {
        return blank()
                + switch (value) {
                    case Json.Obj(var members) ->
                        "{"
                                + String.join(
                                        ",",
                                        shuffled(members).stream()
                                                .map(member -> blank()
                                                        + quoted(member.getKey())
                                                        + blank()
                                                        + ":"
                                                        + text(member.getValue()))
                                                .toList())
                                + "}";
                    case Json.Arr(var items) ->
                        "[" + String.join(",", items.stream().map(this::text).toList()) + "]";
                    case Json.Str(var text) -> quoted(text);
                    case Json.Num(var number) ->
                        number + (number.scale() > 0 ? "" : random.nextBoolean() ? ".0" : "e0");
                    case Json.Null _, Json.Bool _ -> value.text();
                }
                + blank();
    }

    private String blank() {
        return List.of("", " ", "\n    ", "\t", "\r\n").get(random.nextInt(5));
    }

    private String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || random.nextInt(10) == 0) {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c == '/' && random.nextBoolean() ? "\\/" : c);
            }
        }
        return quoted.append('"').toString();
    }
}
