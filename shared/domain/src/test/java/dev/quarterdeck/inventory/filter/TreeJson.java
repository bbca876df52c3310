package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.kernel.IsoTime;
import dev.quarterdeck.kernel.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** A tree as the vectors spell it, for whoever reads filters in another language. */
final class TreeJson {
    private TreeJson() {}

    static Json.Obj of(Filter filter) {
        return switch (filter) {
            case Filter.And(var all) -> node("and", list(all));
            case Filter.Or(var any) -> node("or", list(any));
            case Filter.Not(var inner) -> node("not", of(inner));
            case Filter.Compare(var field, var how, var value) -> test(field, how.sign(), of(value));
            case Filter.In(var field, var values) ->
                test(field, "in", Json.of(values.stream().map(TreeJson::of).toList()));
            case Filter.Match(var field, var how, var text) -> test(field, word(how), Json.of(text));
            case Filter.Under(var field, var path) -> test(field, "under", Json.of(path));
            case Filter.Near(var field, var how, var network) -> test(field, word(how), Json.of(network.text()));
            case Filter.Aged(var field, var how, var age) -> test(field, word(how), Json.of(age.toString()));
            case Filter.Exists(var field) -> node("exists", Json.of(Spelling.of(field)));
            case Filter.Any(var list, var item) ->
                node("any", Json.of(Spelling.of(list))).with("item", of(item));
            case Filter.Linked(var direction, var other) -> node(word(direction), of(other));
        };
    }

    private static Json.Arr list(List<Filter> parts) {
        return Json.of(parts.stream().map(TreeJson::of).toList());
    }

    private static Json.Obj node(String name, Json value) {
        var members = new LinkedHashMap<String, Json>();
        members.put(name, value);
        return new Json.Obj(members);
    }

    private static Json.Obj test(Field field, String how, Json value) {
        return node("field", Json.of(Spelling.of(field)))
                .with("test", Json.of(how))
                .with("value", value);
    }

    private static Json of(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Json.of(text);
            case Value.Numeral(var number) -> new Json.Num(number);
            case Value.Flag(var flag) -> Json.of(flag);
            case Value.Time(var instant) -> node("time", Json.of(IsoTime.text(instant)));
            case Value.Money(var amount, var currency) ->
                currency.map(code -> node("amount", new Json.Num(amount)).with("currency", Json.of(code)))
                        .orElseGet(() -> node("amount", new Json.Num(amount)));
            case Value.Versioned(var version) -> node("version", Json.of(version.toString()));
        };
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
