package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the rules of a choice. */
final class RuleReader {
    private static final Map<String, Rule.Kind> TESTS =
            Arrays.stream(Rule.Kind.values()).collect(Collectors.toMap(Rule.Kind::test, kind -> kind));
    private static final Map<String, Comparison> COMPARISONS = comparisons();

    private final Fields choice;

    RuleReader(Fields choice) {
        this.choice = choice;
    }

    List<State.Choice.Option> options() {
        List<State.Choice.Option> options = choice.objects("Choices").stream()
                .map(option -> new State.Choice.Option(rule(option, Set.of("Next", "Comment")), option.text("Next")))
                .toList();
        if (options.isEmpty()) {
            throw new Malformed("/Choices", "needs at least one");
        }
        return options;
    }

    private Rule rule(Fields rule, Set<String> besides) {
        if (rule.has("Variable")) {
            return test(rule, besides);
        }
        List<String> names = names(rule, besides);
        return rule.make(() -> switch (names.size() == 1 ? names.getFirst() : "") {
            case "And" -> new Rule.All(inner(rule, "And"));
            case "Or" -> new Rule.Any(inner(rule, "Or"));
            case "Not" -> new Rule.Not(rule(rule.object("Not"), Set.of()));
            default ->
                throw new IllegalArgumentException("needs one of Variable, And, Or and Not: %s".formatted(names));
        });
    }

    private List<Rule> inner(Fields rule, String name) {
        return rule.objects(name).stream().map(some -> rule(some, Set.of())).toList();
    }

    private Rule test(Fields rule, Set<String> besides) {
        Path variable = rule.text("Variable", Path::of);
        List<String> names = names(rule, besides).stream()
                .filter(name -> !name.equals("Variable"))
                .toList();
        return rule.make(() -> {
            if (names.size() != 1) {
                throw new IllegalArgumentException("needs exactly one test: %s".formatted(names));
            }
            return test(rule, variable, names.getFirst());
        });
    }

    private static Rule test(Fields rule, Path variable, String name) {
        if (name.equals("IsPresent")) {
            return new Rule.Present(variable, rule.flag(name));
        }
        if (TESTS.containsKey(name)) {
            return new Rule.Is(variable, TESTS.get(name), rule.flag(name));
        }
        boolean path = name.endsWith("Path");
        Comparison comparison = Optional.ofNullable(
                        COMPARISONS.get(path ? name.substring(0, name.length() - "Path".length()) : name))
                .filter(some -> !path || some.order() != Comparison.Order.MATCHES)
                .orElseThrow(() -> new IllegalArgumentException("there is no test '%s'".formatted(name)));
        return new Rule.Compares(
                variable, comparison, path ? rule.text(name, Path::of) : constant(rule, name, comparison));
    }

    private static Expression constant(Fields rule, String name, Comparison comparison) {
        Json value = rule.json().get(name).orElseThrow();
        if (!comparison.kind().fits(value)) {
            throw new IllegalArgumentException("%s does not compare with %s".formatted(name, value.text()));
        }
        return new Expression.Constant(value);
    }

    private static List<String> names(Fields rule, Set<String> besides) {
        return rule.json().members().keySet().stream()
                .filter(name -> !besides.contains(name))
                .toList();
    }

    private static Map<String, Comparison> comparisons() {
        Map<String, Rule.Kind> kinds = Map.of(
                "String", Rule.Kind.TEXT,
                "Numeric", Rule.Kind.NUMBER,
                "Boolean", Rule.Kind.TRUTH,
                "Timestamp", Rule.Kind.TIME);
        return kinds.entrySet().stream()
                .flatMap(kind -> Arrays.stream(Comparison.Order.values())
                        .filter(order -> order == Comparison.Order.EQUALS
                                || (kind.getValue() != Rule.Kind.TRUTH
                                        && (order != Comparison.Order.MATCHES || kind.getValue() == Rule.Kind.TEXT)))
                        .map(order -> Map.entry(kind.getKey() + order.title(), new Comparison(kind.getValue(), order))))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
