package dev.quarterdeck.compiler;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is known of a value before there is one: its shape, as boto3's parsed response would have it. */
sealed interface Form {
    /** An object of known members. Each is described when asked for: shapes may contain themselves. */
    record Struct(String name, SequencedMap<String, Supplier<Form>> members) implements Form {
        Optional<Form> member(String member) {
            return Optional.ofNullable(members.get(member)).map(Supplier::get);
        }

        /** This object with one member more, or another in its place. */
        Struct with(String member, Form form) {
            var all = new LinkedHashMap<>(members);
            all.put(member, () -> form);
            return new Struct(name, all);
        }

        Struct with(Struct other) {
            var all = new LinkedHashMap<>(members);
            all.putAll(other.members);
            return new Struct(name, all);
        }
    }

    /** An object whose members are data: tags by key, variables by name. */
    record Dictionary(Form value) implements Form {}

    record Many(Form item) implements Form {}

    /** A text, number or boolean. */
    record Scalar(Kind kind) implements Form {
        static final Form TEXT = new Scalar(Kind.TEXT);
        static final Form NUMBER = new Scalar(Kind.NUMBER);
        static final Form BOOLEAN = new Scalar(Kind.BOOLEAN);
    }

    /** Nobody knows: a parsed JSON document, a union of branches. */
    record Anything() implements Form {
        static final Form FORM = new Anything();
    }

    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN
    }

    /** In a message: what this is, so that one sees what to write instead. */
    default String described() {
        return switch (this) {
            case Struct struct -> "'%s' (it has %s)".formatted(struct.name(), names(struct.members()));
            case Dictionary _ -> "a map";
            case Many(var item) -> "a list of " + item.described();
            case Scalar(var kind) -> "a " + kind.name().toLowerCase(java.util.Locale.ROOT);
            case Anything _ -> "anything";
        };
    }

    private static String names(Map<String, ?> members) {
        String names = members.keySet().stream().limit(40).collect(Collectors.joining(", "));
        return members.size() > 40 ? names + ", …" : names.isEmpty() ? "no members" : names;
    }
}
