package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.kernel.IsoTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads values, each as the kind of its field wants it. */
final class Literals {
    static final Pattern NUMBER = Pattern.compile(Forms.NUMBER);
    private static final Pattern CURRENCY = Pattern.compile("[a-z]{3}");
    private static final Set<String> NO_CURRENCY = Set.of("and", "not", "any");
    private static final List<String> YES_NO = List.of("yes", "no");

    private final Scanner scanner;
    private final Vocabulary vocabulary;

    Literals(Scanner scanner, Vocabulary vocabulary) {
        this.scanner = scanner;
        this.vocabulary = vocabulary;
    }

    Value read(Kind kind) {
        int at = scanner.at();
        boolean quoted = scanner.quoted();
        String text = text();
        return switch (kind) {
            case Kind.Word(var words) -> new Value.Text(oneOf(at, text, words));
            case Kind.Plain plain ->
                switch (plain) {
                    case TEXT, UNITS -> new Value.Text(text);
                    case TYPE -> new Value.Text(type(at, text));
                    case TIME -> new Value.Time(time(at, text));
                    case MONEY -> new Value.Money(number(at, text), currency());
                    case FLAG ->
                        new Value.Flag(oneOf(at, text, List.of("true", "false")).equals("true"));
                    case TRI -> new Value.Text(yesOrNo(at, text));
                    case ANY -> quoted ? new Value.Text(text) : any(text);
                };
        };
    }

    /** A quoted text, or a word as it stands. */
    String text() {
        if (scanner.quoted()) {
            return scanner.quotation();
        }
        return scanner.word()
                .orElseThrow(() -> new FlawException(scanner.at(), "a value is expected here, not " + scanner.rest()));
    }

    /** What an unquoted word means where the field does not say. */
    static Value any(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new Value.Numeral(new BigDecimal(text));
        }
        if (text.equals("true") || text.equals("false")) {
            return new Value.Flag(text.equals("true"));
        }
        return instant(text).<Value>map(Value.Time::new).orElseGet(() -> new Value.Text(text));
    }

    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeParseException _) {
            return IsoTime.parse(text).map(time -> time.truncatedTo(ChronoUnit.MICROS));
        }
    }

    private static BigDecimal number(int at, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new FlawException(at, "'%s' is not a number".formatted(text));
        }
        return new BigDecimal(text);
    }

    private Optional<String> currency() {
        String next = scanner.peek();
        if (!CURRENCY.matcher(next).matches() || NO_CURRENCY.contains(next)) {
            return Optional.empty();
        }
        return scanner.word().map(word -> word.toUpperCase(Locale.ROOT));
    }

    private static Instant time(int at, String text) {
        return instant(text)
                .orElseThrow(() -> new FlawException(
                        at,
                        "'%s' is not a time: write 2026-01-31 or 2026-01-31T12:00:00Z, or 'older than 90d'"
                                .formatted(text)));
    }

    private String type(int at, String text) {
        return vocabulary
                .type(text)
                .orElseThrow(() ->
                        new FlawException(at, "there is no type '%s'".formatted(text), text, vocabulary.typeNames()))
                .name();
    }

    private static String yesOrNo(int at, String text) {
        if (text.equals("unknown")) {
            throw new FlawException(at, "what is unknown is not compared: leave out the sign and write only 'unknown'");
        }
        return oneOf(at, text, YES_NO);
    }

    private static String oneOf(int at, String text, List<String> words) {
        if (!words.contains(text)) {
            throw new FlawException(at, "'%s' is none of %s".formatted(text, String.join(", ", words)), text, words);
        }
        return text;
    }

    Version version() {
        int at = scanner.at();
        String text = text();
        return Version.of(text)
                .filter(version -> text.matches("v?[0-9.]+"))
                .orElseThrow(() -> new FlawException(at, "'%s' is not a version such as 14.2".formatted(text)));
    }

    Network network() {
        int at = scanner.at();
        String text = text();
        return Network.of(text)
                .orElseThrow(() ->
                        new FlawException(at, "'%s' is not an address or a block such as 10.0.0.0/8".formatted(text)));
    }

    Age age() {
        int at = scanner.at();
        String text = text();
        return Age.of(text)
                .orElseThrow(() -> new FlawException(
                        at, "'%s' is not an age: write a number and s, m, h, d or w, such as 90d".formatted(text)));
    }

    Question.Moment moment() {
        int at = scanner.at();
        String text = text();
        if (text.startsWith("-")) {
            return Age.of(text.substring(1))
                    .map(Question.Moment.Ago::new)
                    .orElseThrow(() -> new FlawException(at, "'%s' is not so long ago: write -2d".formatted(text)));
        }
        return new Question.Moment.Exact(instant(text)
                .orElseThrow(() -> new FlawException(
                        at, "'%s' is not a time: write 2026-01-31T12:00:00Z or -2d".formatted(text))));
    }
}
