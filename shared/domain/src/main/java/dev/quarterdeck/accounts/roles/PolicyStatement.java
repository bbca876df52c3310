package dev.quarterdeck.accounts.roles;

import dev.quarterdeck.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One statement of an IAM policy, read leniently where AWS is lenient: one or many, letters of either case in keys. */
record PolicyStatement(Json.Obj json) {
    static List<PolicyStatement> of(Json.Obj document) {
        return all(document.get("Statement"))
                .flatMap(one ->
                        one instanceof Json.Obj statement ? Stream.of(new PolicyStatement(statement)) : Stream.empty())
                .toList();
    }

    boolean allows() {
        return texts(json.get("Effect")).contains("Allow");
    }

    /** Whether it speaks of this action, such as {@code sts:AssumeRole}; by {@code NotAction} it speaks of nearly all. */
    boolean concerns(String action) {
        return json.get("NotAction").isPresent()
                || texts(json.get("Action")).stream().anyMatch(pattern -> matches(pattern, action));
    }

    /** The AWS principals it names; {@code *} where it names everybody or is unclear about it. */
    List<String> principals() {
        if (json.get("NotPrincipal").isPresent()) {
            return List.of("*");
        }
        return json.get("Principal")
                .map(principal -> switch (principal) {
                    case Json.Obj kinds -> texts(kinds.get("AWS"));
                    case Json other -> texts(Optional.of(other));
                })
                .orElse(List.of());
    }

    /** The values that a condition key must equal; nothing where it is not asked for. */
    List<String> mustEqual(String key) {
        return json.get("Condition").orElse(Json.Null.VALUE) instanceof Json.Obj tests
                ? tests.members().entrySet().stream()
                        .filter(test -> test.getKey().equals("StringEquals"))
                        .flatMap(test -> values(test.getValue(), key))
                        .toList()
                : List.of();
    }

    private static Stream<String> values(Json tests, String key) {
        return tests instanceof Json.Obj object
                ? object.members().entrySet().stream()
                        .filter(test -> test.getKey().equalsIgnoreCase(key))
                        .flatMap(test -> texts(Optional.of(test.getValue())).stream())
                : Stream.empty();
    }

    private static boolean matches(String pattern, String action) {
        String lower = pattern.toLowerCase(Locale.ROOT);
        int star = lower.indexOf('*');
        String wanted = action.toLowerCase(Locale.ROOT);
        return star < 0 ? lower.equals(wanted) : wanted.startsWith(lower.substring(0, star));
    }

    private static List<String> texts(Optional<Json> value) {
        var texts = new ArrayList<String>();
        all(value).forEach(one -> {
            if (one instanceof Json.Str(var text)) {
                texts.add(text);
            }
        });
        return List.copyOf(texts);
    }

    private static Stream<Json> all(Optional<Json> value) {
        return value.stream().flatMap(json -> json instanceof Json.Arr(var items) ? items.stream() : Stream.of(json));
    }
}
