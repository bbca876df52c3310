package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.kernel.IsoTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a tree as the one text that is read as it. */
final class Spelling {
    /** How tightly the words around a part bind: a part that binds less stands in parentheses. */
    private enum Tightness {
        OR,
        AND,
        NOT
    }

    private Spelling() {}

    static String of(Question question) {
        String filter = of(question.filter());
        String at = question.at()
                .map(moment -> switch (moment) {
                    case Question.Moment.Exact(var instant) -> "at " + time(instant);
                    case Question.Moment.Ago(var age) -> "at -" + age;
                })
                .orElse("");
        return filter.isEmpty() || at.isEmpty() ? filter + at : filter + " " + at;
    }

    static String of(Filter filter) {
        return within(filter, Tightness.OR);
    }

    private static String within(Filter filter, Tightness around) {
        return switch (filter) {
            case Filter.Or(var any) -> joined(any, " or ", Tightness.OR, around);
            case Filter.And(var all) -> joined(all, " and ", Tightness.AND, around);
            case Filter.Not(Filter.Exists(var field)) -> of(field) + " unknown";
            case Filter.Not(Filter.In(var field, var values)) -> of(field) + " not in " + list(values, field);
            case Filter.Not(var inner) -> "not " + within(inner, Tightness.NOT);
            case Filter.Compare(var field, var how, var value) -> compared(field, how, value);
            case Filter.In(var field, var values) -> of(field) + " in " + list(values, field);
            case Filter.Match(var field, var how, var text) -> of(field) + " " + word(how) + " " + text(text);
            case Filter.Under(var field, var path) -> of(field) + " under " + text(path);
            case Filter.Near(var field, var how, var network) -> of(field) + " " + word(how) + " " + network;
            case Filter.Aged(var field, var how, var age) -> of(field) + " " + word(how) + " than " + age;
            case Filter.Exists(var field) -> of(field) + " exists";
            case Filter.Any(var list, var item) -> "any(" + of(list) + ", " + of(item) + ")";
            case Filter.Linked(var direction, var other) -> word(direction) + "(" + of(other) + ")";
        };
    }

    private static String joined(List<Filter> parts, String word, Tightness own, Tightness around) {
        String text = parts.stream()
                .map(part -> within(part, own == Tightness.OR ? Tightness.AND : Tightness.NOT))
                .collect(Collectors.joining(word));
        return own.compareTo(around) < 0 ? "(" + text + ")" : text;
    }

    private static String compared(Field field, Filter.Comparison how, Value value) {
        return value instanceof Value.Versioned(var version)
                ? "version(" + of(field) + ") " + how.sign() + " " + version
                : of(field) + " " + how.sign() + " " + value(value, field.kind());
    }

    private static String list(List<Value> values, Field field) {
        return values.stream().map(value -> value(value, field.kind())).collect(Collectors.joining(", ", "(", ")"));
    }

    static String of(Field field) {
        return switch (field) {
            case Field.Column column -> column.name();
            case Field.Whole(var name) -> name;
            case Field.Tag(var key) -> "tag." + segment(key);
            case Field.Config(var path) -> "config." + path(path);
            case Field.Item(var path) -> path.isEmpty() ? "it" : "it." + path(path);
            case Field.Link column -> "link." + column.name();
        };
    }

    private static String path(List<String> path) {
        return path.stream().map(Spelling::segment).collect(Collectors.joining("."));
    }

    private static String segment(String name) {
        return Scanner.isSegment(name) ? name : quoted(name);
    }

    private static String value(Value value, Kind kind) {
        return switch (value) {
            case Value.Text(var text) -> wordLike(text, kind) ? text : quoted(text);
            case Value.Numeral(var number) -> number.toPlainString();
            case Value.Flag(var flag) -> String.valueOf(flag);
            case Value.Time(var instant) -> time(instant);
            case Value.Money(var amount, var currency) ->
                amount.toPlainString() + currency.map(" "::concat).orElse("");
            case Value.Versioned(var version) -> version.toString();
        };
    }

    /** Whether a text may stand without quotes: where the field does not say, some words mean something else. */
    private static boolean wordLike(String text, Kind kind) {
        return Scanner.isWord(text) && (kind != Kind.Plain.ANY || Literals.any(text) instanceof Value.Text);
    }

    private static String text(String text) {
        return Scanner.isWord(text) ? text : quoted(text);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String time(Instant instant) {
        var at = instant.atOffset(ZoneOffset.UTC);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) && at.getYear() >= 0 && at.getYear() < 10_000
                ? LocalDate.from(at).toString()
                : IsoTime.text(instant);
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
