package dev.quarterdeck.collect.expression;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a resource policy lets anybody in: an Allow for principal {@code *} without a condition that narrows it
 * to known accounts, networks or services. Denies are not weighed: such a policy is worth a look all the same.
 */
final class PublicPolicy {
    /** Condition keys that tie a request to somebody or somewhere known. */
    private static final Set<String> NARROWING = Set.of(
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceowner",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalservicename",
            "aws:userid",
            "aws:username",
            "aws:sourceip",
            "aws:vpcsourceip",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:vpceaccount",
            "aws:vpceorgid",
            "aws:vpceorgpaths",
            "kms:calleraccount",
            "kms:viaservice",
            "s3:dataaccesspointaccount",
            "s3:dataaccesspointarn",
            "lambda:eventsourcetoken",
            "aws:resourceorgid",
            "sns:endpoint",
            "elasticfilesystem:accesspointarn");

    private static final Set<String> EVERYWHERE = Set.of("0.0.0.0/0", "::/0", "*");

    private PublicPolicy() {}

    /** True, false, or null for what is no policy document. */
    static Json judge(Json policy) {
        if (!(Texts.parsed(policy) instanceof Json.Obj document)) {
            return Json.Null.VALUE;
        }
        return Json.of(many(document.members().get("Statement")).anyMatch(PublicPolicy::opens));
    }

    private static boolean opens(Json item) {
        return item instanceof Json.Obj statement
                && is(statement.members().get("Effect"), "Allow")
                && anybody(statement)
                && !many(statement.members().get("Condition")).anyMatch(PublicPolicy::narrows);
    }

    /** {@code NotPrincipal} with Allow means everybody else. */
    private static boolean anybody(Json.Obj statement) {
        if (statement.members().containsKey("NotPrincipal")) {
            return true;
        }
        Json principal = statement.members().get("Principal");
        return principal instanceof Json.Obj(var kinds)
                ? many(kinds.get("AWS")).anyMatch(who -> is(who, "*"))
                : is(principal, "*");
    }

    private static boolean narrows(Json condition) {
        return condition instanceof Json.Obj(var operators)
                && operators.entrySet().stream()
                        .filter(operator -> compares(operator.getKey()))
                        .anyMatch(operator -> operator.getValue() instanceof Json.Obj(var keys)
                                && keys.entrySet().stream()
                                        .anyMatch(key -> narrows(
                                                key.getKey(),
                                                many(key.getValue()).toList())));
    }

    /** "Not…", "…IfExists" and "ForAllValues:" also hold where the key is missing, so they narrow nothing. */
    private static boolean compares(String operator) {
        String name = operator.toLowerCase(Locale.ROOT);
        return !name.contains("not")
                && !name.endsWith("ifexists")
                && !name.startsWith("forallvalues:")
                && !name.equals("null");
    }

    private static boolean narrows(String key, List<Json> values) {
        return NARROWING.contains(key.toLowerCase(Locale.ROOT))
                && !values.isEmpty()
                && values.stream().noneMatch(value -> value instanceof Json.Str(var text) && EVERYWHERE.contains(text));
    }

    private static boolean is(@Nullable Json value, String text) {
        return value instanceof Json.Str(var found) && found.equals(text);
    }

    private static Stream<Json> many(@Nullable Json value) {
        return switch (value) {
            case null -> Stream.of();
            case Json.Arr(var items) -> items.stream();
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _, Json.Obj _ -> Stream.of(value);
        };
    }
}
