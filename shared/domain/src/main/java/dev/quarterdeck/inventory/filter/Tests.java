package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.inventory.filter.FieldNames.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads one test of one field, and refuses those that make no sense of its kind. */
final class Tests {
    private static final int LONGEST_LIST = 1_000;
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");
    static final List<String> WORDS = List.of(
            "exists", "unknown", "in", "not", "contains", "starts", "under", "within", "covers", "older", "newer");
    private static final Set<Kind> TEXTS = Set.of(Kind.Plain.TEXT, Kind.Plain.TYPE, Kind.Plain.UNITS, Kind.Plain.ANY);
    private static final Set<Kind> TIMES = Set.of(Kind.Plain.TIME, Kind.Plain.ANY);
    private static final Set<Kind> PATHS = Set.of(Kind.Plain.UNITS, Kind.Plain.ANY);
    private static final Set<Kind> ADDRESSES = Set.of(Kind.Plain.TEXT, Kind.Plain.ANY);

    private final Scanner scanner;
    private final Literals literals;
    private final FieldNames names;

    Tests(Scanner scanner, Literals literals, FieldNames names) {
        this.scanner = scanner;
        this.literals = literals;
        this.names = names;
    }

    Field list(Surroundings within) {
        int at = scanner.at();
        Field field = names.read(within);
        if (field.kind() != Kind.Plain.ANY) {
            throw new FlawException(at, "this field is no list: any(…) wants one of identifiers, config or it");
        }
        return field;
    }

    /** {@code account} is for people: it is read as the id or the name, whichever was given. */
    Filter test(Surroundings within) {
        if (scanner.peek().equals("account")) {
            scanner.take("account");
            return account();
        }
        return test(names.read(within));
    }

    private Filter test(Field field) {
        int verb = scanner.at();
        return switch (scanner.peek()) {
            case "exists" -> taken("exists", () -> new Filter.Exists(field));
            case "unknown" -> taken("unknown", () -> new Filter.Not(new Filter.Exists(field)));
            case "in" -> taken("in", () -> new Filter.In(field, values(field.kind())));
            case "not" -> taken("not", () -> new Filter.Not(notIn(field)));
            case "contains" -> taken("contains", () -> match(field, Filter.Matching.CONTAINS, verb));
            case "starts" -> taken("starts", () -> match(field, Filter.Matching.STARTS, verb));
            case "under" -> taken("under", () -> new Filter.Under(fit(field, PATHS, verb), literals.text()));
            case "within" -> taken("within", () -> near(field, Filter.Nearness.WITHIN, verb));
            case "covers" -> taken("covers", () -> near(field, Filter.Nearness.COVERS, verb));
            case "older" -> taken("older", () -> aged(field, Filter.Ageing.OLDER, verb));
            case "newer" -> taken("newer", () -> aged(field, Filter.Ageing.NEWER, verb));
            default -> compare(field);
        };
    }

    private Filter taken(String word, Supplier<Filter> then) {
        scanner.take(word);
        return then.get();
    }

    private Filter notIn(Field field) {
        if (!scanner.take("in")) {
            throw new FlawException(scanner.at(), "'in' is expected after 'not', not " + scanner.rest());
        }
        return new Filter.In(field, values(field.kind()));
    }

    private Filter match(Field field, Filter.Matching how, int verb) {
        return new Filter.Match(fit(field, TEXTS, verb), how, literals.text());
    }

    private Filter near(Field field, Filter.Nearness how, int verb) {
        return new Filter.Near(fit(field, ADDRESSES, verb), how, literals.network());
    }

    private Filter aged(Field field, Filter.Ageing how, int verb) {
        if (!scanner.take("than")) {
            throw new FlawException(scanner.at(), "'than' is expected here, not " + scanner.rest());
        }
        return new Filter.Aged(fit(field, TIMES, verb), how, literals.age());
    }

    private Filter compare(Field field) {
        int verb = scanner.at();
        Filter.Comparison how = comparison();
        Value value = literals.read(field.kind());
        if (how.orders() && (value instanceof Value.Text || value instanceof Value.Flag)) {
            throw new FlawException(
                    verb,
                    "only numbers, times, money and versions have an order: '%s' does not apply".formatted(how.sign()));
        }
        return new Filter.Compare(field, how, value);
    }

    private Filter.Comparison comparison() {
        int at = scanner.at();
        String found = scanner.rest();
        String typed = scanner.sign().orElseGet(scanner::peek);
        return Stream.of(Filter.Comparison.values())
                .filter(how -> how.sign().equals(typed))
                .findFirst()
                .orElseThrow(() -> new FlawException(
                        at, "a comparison such as '=' is expected here, not " + found, typed, suggested(typed)));
    }

    private static List<String> suggested(String typed) {
        return switch (typed) {
            case "" -> List.of();
            case "==" -> List.of("=");
            case "<>" -> List.of("!=");
            default -> WORDS;
        };
    }

    private static Field fit(Field field, Set<Kind> kinds, int verb) {
        if (!kinds.contains(field.kind())) {
            throw new FlawException(verb, "this test does not apply to %s".formatted(Spelling.of(field)));
        }
        return field;
    }

    Filter versioned(Surroundings within) {
        scanner.take("version");
        scanner.expect('(');
        int at = scanner.at();
        Field field = fit(names.read(within), ADDRESSES, at);
        scanner.expect(')');
        Filter.Comparison how = comparison();
        return new Filter.Compare(field, how, new Value.Versioned(literals.version()));
    }

    private List<Value> values(Kind kind) {
        scanner.expect('(');
        var values = new ArrayList<Value>();
        do {
            values.add(literals.read(kind));
            if (values.size() > LONGEST_LIST) {
                throw new FlawException(scanner.at(), "a list may have %d values".formatted(LONGEST_LIST));
            }
        } while (scanner.take(','));
        scanner.expect(')');
        return values;
    }

    private Filter account() {
        boolean not = scanner.take("not");
        if (scanner.take("in")) {
            Filter filter = accounts(values(Kind.Plain.TEXT));
            return not ? new Filter.Not(filter) : filter;
        }
        int at = scanner.at();
        Filter.Comparison how = comparison();
        if (not || how.orders()) {
            throw new FlawException(at, "an account is compared with =, != or in");
        }
        Filter filter = accounts(List.of(literals.read(Kind.Plain.TEXT)));
        return how == Filter.Comparison.EQUAL ? filter : new Filter.Not(filter);
    }

    private static Filter accounts(List<Value> values) {
        var ids = values.stream().filter(Tests::isId).toList();
        var names = values.stream().filter(value -> !isId(value)).toList();
        List<Filter> either = Stream.of(oneOf("account_id", ids), oneOf("account_name", names))
                .flatMap(List::stream)
                .toList();
        return either.size() == 1 ? either.getFirst() : new Filter.Or(either);
    }

    private static boolean isId(Value value) {
        return value instanceof Value.Text(var text) && ACCOUNT_ID.matcher(text).matches();
    }

    private static List<Filter> oneOf(String column, List<Value> values) {
        Field field = new Field.Column(column, Kind.Plain.TEXT);
        return switch (values.size()) {
            case 0 -> List.of();
            case 1 -> List.of(new Filter.Compare(field, Filter.Comparison.EQUAL, values.getFirst()));
            default -> List.of(new Filter.In(field, values));
        };
    }
}
