package dev.quarterdeck.testkit.seed;

import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Policy documents as text. */
final class Policies {
    private Policies() {}

    /** Lets the holder do these actions everywhere. */
    static String allowing(String... actions) {
        return document(Map.of("Effect", "Allow", "Action", List.of(actions), "Resource", "*"));
    }

    static String denying(String... actions) {
        return document(Map.of("Effect", "Deny", "Action", List.of(actions), "Resource", "*"));
    }

    /** Lets a principal ({@code *} or a map such as {@code {Service: …}}) do an action on a resource. */
    static String of(Object principal, String action, Object resource) {
        return document(Map.of("Effect", "Allow", "Principal", principal, "Action", action, "Resource", resource));
    }

    static String trusting(Map<String, String> principal) {
        return document(Map.of("Effect", "Allow", "Principal", principal, "Action", "sts:AssumeRole"));
    }

    static String trusting(String arn, Map<String, String> equal) {
        return document(Map.of(
                "Effect",
                "Allow",
                "Principal",
                Map.of("AWS", arn),
                "Action",
                "sts:AssumeRole",
                "Condition",
                Map.of("StringEquals", equal)));
    }

    private static String document(Map<String, ?> statement) {
        return json(Map.of("Version", "2012-10-17", "Statement", List.of(statement)))
                .canonical();
    }

    private static Json json(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var members = new LinkedHashMap<String, Json>();
                map.forEach((key, member) -> members.put((String) key, json(member)));
                yield new Json.Obj(members);
            }
            case List<?> list -> Json.of(list.stream().map(Policies::json).toList());
            case Boolean truth -> Json.of(truth);
            default -> Json.of(value.toString());
        };
    }
}
