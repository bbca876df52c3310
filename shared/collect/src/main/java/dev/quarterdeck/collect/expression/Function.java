package dev.quarterdeck.collect.expression;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * The functions of the language: JMESPath's, then our own. They do not fail: a null first argument, or one of the wrong
 * kind, gives null.
 */
public enum Function {
    STARTS_WITH("starts_with", 2, (values, _) -> Texts.both(values, String::startsWith)),
    ENDS_WITH("ends_with", 2, (values, _) -> Texts.both(values, String::endsWith)),
    CONTAINS("contains", 2, (values, _) -> Collections.contains(values.get(0), values.get(1))),
    LENGTH("length", 1, (values, _) -> Collections.length(values.getFirst())),
    KEYS("keys", 1, (values, _) -> Collections.keys(values.getFirst())),
    VALUES("values", 1, (values, _) -> Collections.values(values.getFirst())),
    JOIN("join", 2, (values, _) -> Texts.join(values.get(0), values.get(1))),
    NOT_NULL("not_null", 1, Integer.MAX_VALUE, (values, _) -> Collections.firstKnown(values)),
    TO_NUMBER("to_number", 1, (values, _) -> Texts.number(values.getFirst())),
    TO_STRING("to_string", 1, (values, _) -> Texts.string(values.getFirst())),
    TYPE("type", 1, (values, _) -> Collections.type(values.getFirst())),
    MAX("max", 1, (values, _) -> Collections.last(values.getFirst())),
    MIN("min", 1, (values, _) -> Collections.first(values.getFirst())),
    SORT("sort", 1, (values, _) -> Collections.sorted(values.getFirst())),
    /** Parses a JSON text; a document that is parsed already stays as it is. */
    PARSED("json", 1, (values, _) -> Texts.parsed(values.getFirst())),
    /** What follows the last slash, or where there is none, the last colon. */
    LAST_SEGMENT("lastSegment", 1, (values, _) -> Texts.lastSegment(values.getFirst())),
    /** The value of one of the resource's tags. */
    TAG("tag", 1, (values, scope) -> Texts.tag(values.getFirst(), scope)),
    /** The pieces of a text, or with a third argument one of them; null beyond the last. */
    SPLIT("split", 2, 3, (values, _) -> Texts.pieces(values)),
    /** A part of an ARN. */
    ARN("arn", 2, (values, _) -> Texts.arnPart(values.get(0), values.get(1))),
    /** Seconds since 1970 of a time. */
    EPOCH("epoch", 1, (values, _) -> Times.epoch(values.getFirst())),
    LOWER("lower", 1, (values, _) -> Texts.lower(values.getFirst())),
    /** Whether a resource policy lets anybody in. */
    POLICY_PUBLIC("policyPublic", 1, (values, _) -> PublicPolicy.judge(values.getFirst())),
    /** Whether the whole text fits a regular expression. */
    MATCHES("matches", 2, (values, _) -> Texts.both(values, Patterns::fits));

    private final String spelling;
    private final int least;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker") // lambdas without state
    private final Body body;

    private interface Body {
        Json apply(List<Json> arguments, Scope scope);
    }

    Function(String spelling, int arity, Body body) {
        this(spelling, arity, arity, body);
    }

    Function(String spelling, int least, int most, Body body) {
        this.spelling = spelling;
        this.least = least;
        this.most = most;
        this.body = body;
    }

    static Optional<Function> named(String spelling) {
        return Stream.of(values())
                .filter(function -> function.spelling.equals(spelling))
                .findFirst();
    }

    Json apply(List<Json> arguments, Scope scope) {
        return body.apply(arguments, scope);
    }

    /** What is wrong with calling the function with these, as far as one can tell without values. */
    Optional<String> refusal(List<Node> arguments) {
        if (arguments.size() < least || arguments.size() > most) {
            return Optional.of("%s takes %s arguments, not %d".formatted(spelling, arity(), arguments.size()));
        }
        return switch (this) {
            case MATCHES -> literal(arguments.get(1)).flatMap(Function::badPattern);
            case ARN ->
                literal(arguments.get(1))
                        .filter(part -> !ArnPart.isKnown(part))
                        .map(part -> "an ARN has no part '%s'".formatted(part));
            default -> Optional.empty();
        };
    }

    private String arity() {
        return switch (most) {
            case Integer.MAX_VALUE -> least + " or more";
            default -> most == least ? Integer.toString(least) : least + " to " + most;
        };
    }

    private static Optional<String> literal(Node node) {
        return node instanceof Node.Literal(Json.Str(var text)) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<String> badPattern(String pattern) {
        try {
            Pattern.compile(pattern);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of("not a regular expression: %s".formatted(e.getDescription()));
        }
    }

    @Override
    public String toString() {
        return spelling;
    }
}
