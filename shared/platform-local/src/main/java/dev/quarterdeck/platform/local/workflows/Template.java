package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** JSON in which each member whose name ends in {@code .$} is replaced by what its path or function gives. */
sealed interface Template {
    Json fill(Scope scope);

    record Fixed(Json value) implements Template {
        @Override
        public Json fill(Scope scope) {
            return value;
        }
    }

    record Filled(Expression expression) implements Template {
        @Override
        public Json fill(Scope scope) {
            return expression.evaluate(scope);
        }
    }

    record Members(SequencedMap<String, Template> members) implements Template {
        @Override
        public Json fill(Scope scope) {
            var filled = new LinkedHashMap<String, Json>();
            members.forEach((name, member) -> filled.put(name, member.fill(scope)));
            return new Json.Obj(filled);
        }
    }

    record Items(List<Template> items) implements Template {
        @Override
        public Json fill(Scope scope) {
            return Json.of(items.stream().map(item -> item.fill(scope)).toList());
        }
    }

    static Template read(String at, Json value) {
        return switch (value) {
            case Json.Obj(var members) -> members(at, members);
            case Json.Arr(var items) ->
                new Items(IntStream.range(0, items.size())
                        .mapToObj(i -> read("%s/%d".formatted(at, i), items.get(i)))
                        .toList());
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> new Fixed(value);
        };
    }

    private static Template members(String at, Map<String, Json> members) {
        var read = new LinkedHashMap<String, Template>();
        members.forEach((name, value) -> {
            boolean filled = name.endsWith(".$");
            String plain = filled ? name.substring(0, name.length() - 2) : name;
            String place = "%s/%s".formatted(at, name);
            if (read.put(plain, filled ? filled(place, value) : read(place, value)) != null) {
                throw new Malformed(place, "is there twice, with and without '.$'");
            }
        });
        return new Members(read);
    }

    private static Template filled(String at, Json value) {
        if (!(value instanceof Json.Str(var text))) {
            throw new Malformed(at, "must be a path or a function, in a text");
        }
        try {
            return new Filled(Expression.of(text));
        } catch (IllegalArgumentException e) {
            throw new Malformed(at, String.valueOf(e.getMessage()));
        }
    }
}
