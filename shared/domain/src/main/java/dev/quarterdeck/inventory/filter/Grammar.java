package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.inventory.filter.FieldNames.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Builds the tree of a text; the rules are those of docs/filters.md, under the same names. */
final class Grammar {
    private static final int DEEPEST = 50;

    private final Scanner scanner;
    private final Literals literals;
    private final Tests tests;
    private Surroundings within = Surroundings.NONE;
    private int depth;

    Grammar(Scanner scanner, Vocabulary vocabulary) {
        this.scanner = scanner;
        this.literals = new Literals(scanner, vocabulary);
        this.tests = new Tests(scanner, literals, new FieldNames(scanner, vocabulary));
    }

    Question question() {
        Filter filter = scanner.ended() || scanner.peek().equals("at") ? Filter.ALL : filter();
        Optional<Question.Moment> at = scanner.take("at") ? Optional.of(literals.moment()) : Optional.empty();
        if (!scanner.ended()) {
            throw new FlawException(scanner.at(), "'and', 'or' or the end is expected here, not " + scanner.rest());
        }
        return new Question(filter, at);
    }

    private Filter filter() {
        List<Filter> parts = chain("or", this::both);
        return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
    }

    private Filter both() {
        List<Filter> parts = chain("and", this::one);
        return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
    }

    private List<Filter> chain(String word, Supplier<Filter> part) {
        var parts = new ArrayList<Filter>();
        do {
            parts.add(part.get());
        } while (scanner.take(word));
        return parts;
    }

    private Filter one() {
        if (++depth > DEEPEST) {
            throw new FlawException(scanner.at(), "the filter is nested more than %d deep".formatted(DEEPEST));
        }
        try {
            return switch (scanner.peek()) {
                case "not" -> not();
                case "any" -> any();
                case "uses" -> linked(Filter.Direction.USES);
                case "used_by" -> linked(Filter.Direction.USED_BY);
                case "version" -> tests.versioned(within);
                default -> scanner.take('(') ? closed() : tests.test(within);
            };
        } finally {
            depth--;
        }
    }

    private Filter not() {
        scanner.take("not");
        return new Filter.Not(one());
    }

    private Filter closed() {
        Filter filter = filter();
        scanner.expect(')');
        return filter;
    }

    private Filter any() {
        scanner.take("any");
        scanner.expect('(');
        Field list = tests.list(within);
        scanner.expect(',');
        return new Filter.Any(list, inside(within.withItem()));
    }

    private Filter linked(Filter.Direction direction) {
        int at = scanner.at();
        if (within.item()) {
            throw new FlawException(at, "an item of a list has no links: ask for them outside of any(…)");
        }
        scanner.take(scanner.peek());
        scanner.expect('(');
        return new Filter.Linked(direction, inside(Surroundings.ofLink()));
    }

    private Filter inside(Surroundings there) {
        Surroundings here = within;
        within = there;
        Filter filter = closed();
        within = here;
        return filter;
    }
}
