package dev.quarterdeck.compiler;

import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** A part of a YAML file that knows its line. */
sealed interface Yaml {
    int line();

    Json json();

    /** A mapping. A member's line is its key's. */
    record Fields(int line, SequencedMap<String, Yaml> members) implements Yaml {
        Optional<Yaml> get(String name) {
            return Optional.ofNullable(members.get(name));
        }

        Optional<Value> value(String name) {
            return get(name).map(Value.class::cast);
        }

        Optional<String> text(String name) {
            return value(name).map(Value::text);
        }

        /** The text of a member that the schema requires. */
        String need(String name) {
            return text(name).orElseThrow();
        }

        Optional<Fields> fields(String name) {
            return get(name).map(Fields.class::cast);
        }

        /** The members of a list, none where there is no such list. */
        Stream<Yaml> each(String name) {
            return get(name).stream().flatMap(list -> ((Items) list).items().stream());
        }

        Stream<Fields> eachFields(String name) {
            return each(name).map(Fields.class::cast);
        }

        @Override
        public Json.Obj json() {
            var json = new LinkedHashMap<String, Json>();
            members.forEach((name, member) -> json.put(name, member.json()));
            return new Json.Obj(json);
        }
    }

    /** A sequence. */
    record Items(int line, List<Yaml> items) implements Yaml {
        @Override
        public Json.Arr json() {
            return new Json.Arr(items.stream().map(Yaml::json).toList());
        }
    }

    /** A text, number, boolean or null. */
    record Value(int line, Json json) implements Yaml {
        String text() {
            return json instanceof Json.Str(var text) ? text : json.text();
        }
    }

    /** The same part at another line. */
    default Yaml at(int place) {
        return switch (this) {
            case Fields fields -> new Fields(place, fields.members());
            case Items list -> new Items(place, list.items());
            case Value value -> new Value(place, value.json());
        };
    }
}
