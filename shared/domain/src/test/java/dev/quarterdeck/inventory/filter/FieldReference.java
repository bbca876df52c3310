package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.inventory.ResourceType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which fields there are and which tests each takes, as docs/filters.md tells it: found out by asking the reader. */
final class FieldReference {
    /** A test as people write it, a value left out. */
    private record Test(String name, String form) {
        String of(String field, String value) {
            return form.formatted(field, value);
        }
    }

    private static final List<Test> TESTS = List.of(
            new Test("`=` `!=` `in`", "%1$s = %2$s and %1$s != %2$s and %1$s in (%2$s) and %1$s not in (%2$s)"),
            new Test("`<` `<=` `>` `>=`", "%1$s < %2$s and %1$s <= %2$s and %1$s > %2$s and %1$s >= %2$s"),
            new Test("`contains` `starts`", "%1$s contains x and %1$s starts x"),
            new Test("`under`", "%1$s under x"),
            new Test("`within` `covers`", "%1$s within 10.0.0.0/8 and %1$s covers 10.0.0.1"),
            new Test("`older than` `newer than`", "%1$s older than 1d and %1$s newer than 1d"),
            new Test("`version(…)`", "version(%1$s) < 14"),
            new Test("`any(…)`", "any(%1$s, it exists)"));

    private FieldReference() {}

    static String markdown() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        fields().forEach((field, kind) -> rows.computeIfAbsent(row(field, kind), _ -> new ArrayList<>())
                .add(field.endsWith(".x") ? "`" + field.substring(0, field.length() - 1) + "…`" : "`" + field + "`"));
        return rows.entrySet().stream()
                .map(row -> "| %s | %s\n".formatted(String.join(" ", row.getValue()), row.getKey()))
                .collect(Collectors.joining(
                        "", "| fields | values | tests, beside `exists` and `unknown` |\n|---|---|---|\n", ""));
    }

    /** As a filter names them, each where it may stand. */
    private static Map<String, Kind> fields() {
        var fields = new LinkedHashMap<>(Columns.RESOURCE);
        fields.put("tag.x", Kind.Plain.TEXT);
        fields.put("config.x", Kind.Plain.ANY);
        fields.put("it.x", Kind.Plain.ANY);
        Columns.LINK.forEach((name, kind) -> fields.put("link." + name, kind));
        return fields;
    }

    private static String row(String field, Kind kind) {
        String tests = TESTS.stream()
                .filter(test -> isRead(place(field, test.of(field, value(kind)))))
                .map(Test::name)
                .collect(Collectors.joining(" "));
        return "%s | %s |".formatted(values(kind), tests);
    }

    private static String place(String field, String test) {
        if (field.startsWith("it.")) {
            return "any(identifiers, %s)".formatted(test);
        }
        return field.startsWith("link.") ? "uses(%s)".formatted(test) : test;
    }

    private static boolean isRead(String text) {
        return Question.read(text, new Anything()) instanceof Reading.Understood;
    }

    private static String value(Kind kind) {
        return switch (kind) {
            case Kind.Word(var words) -> words.getFirst();
            case Kind.Plain plain ->
                switch (plain) {
                    case TEXT, UNITS -> "x";
                    case TYPE -> "ec2:instance";
                    case TIME -> "2026-01-31";
                    case MONEY, ANY -> "5";
                    case FLAG -> "true";
                    case TRI -> "yes";
                };
        };
    }

    private static String values(Kind kind) {
        return switch (kind) {
            case Kind.Word(var words) -> String.join(", ", words);
            case Kind.Plain plain ->
                switch (plain) {
                    case TEXT -> "text";
                    case UNITS -> "a path of units";
                    case TYPE -> "`AWS::EC2::Instance` or `ec2:instance`";
                    case TIME -> "time";
                    case MONEY -> "money";
                    case FLAG -> "true, false";
                    case TRI -> "yes, no";
                    case ANY -> "whatever AWS answered";
                };
        };
    }

    /** Whatever is typed is a type. */
    private static final class Anything implements Vocabulary {
        @Override
        public Optional<ResourceType> type(String word) {
            return Optional.of(new ResourceType("AWS::EC2::Instance"));
        }

        @Override
        public Collection<String> typeNames() {
            return List.of();
        }

        @Override
        public Set<String> members(List<String> path) {
            return Set.of();
        }
    }
}
