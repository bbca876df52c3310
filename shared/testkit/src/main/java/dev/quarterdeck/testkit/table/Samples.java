package dev.quarterdeck.testkit.table;

import dev.quarterdeck.kernel.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values, names and texts that engines stumble over. */
final class Samples {
    /** In the order of their UTF-8 bytes, which is neither that of UTF-16 nor that of any language. */
    static final List<String> TEXTS = List.of(
            "\u0000",
            "\u0000a",
            "\u0001",
            " ",
            "#",
            "%",
            "'",
            "-1",
            "A",
            "Z",
            "\\",
            "_",
            "a",
            "a\u0000",
            "a ",
            "aa",
            "ab",
            "b",
            "\u007f",
            "\u0080",
            "\u00df",
            "\u00e4",
            "\u0130",
            "\u20ac",
            "\u6f22",
            "\ud7ff",
            "\ue000",
            "\uffff",
            "\ud83d\ude80",
            "\udbff\udfff");

    static final List<String> NAMES = List.of(
            "name",
            "size",
            "@p",
            "@@p",
            "@",
            "p",
            "a.b",
            "a[0]",
            "#a",
            ":a",
            "a b",
            "'",
            "\"",
            "\u20ac",
            "\ud83d\ude80",
            "data",
            "version",
            "expires");

    static final Map<String, Json> VALUES = new TreeMap<>(Map.ofEntries(
            Map.entry("null", Json.Null.VALUE),
            Map.entry("true", Json.of(true)),
            Map.entry("false", Json.of(false)),
            Map.entry("zero", Json.of(0)),
            Map.entry("minus one", Json.of(-1)),
            Map.entry("largest long", Json.of(Long.MAX_VALUE)),
            Map.entry("smallest long", Json.of(Long.MIN_VALUE)),
            Map.entry("38 digits", new Json.Num(new BigDecimal("1." + "3".repeat(37)))),
            Map.entry("large number", new Json.Num(new BigDecimal("9.99E125"))),
            Map.entry("small number", new Json.Num(new BigDecimal("-1E-130"))),
            Map.entry("trailing zeros", new Json.Num(new BigDecimal("1.500"))),
            Map.entry("empty text", Json.of("")),
            Map.entry("text of spaces", Json.of("  ")),
            Map.entry("text with quotes", Json.of("\"'\\`%_")),
            Map.entry("text with controls", Json.of("\u0000\u0001\b\t\n\f\r\u001f\u007f\u0085\u2028")),
            Map.entry("text beyond the basic plane", Json.of("\ud83d\ude80\udbff\udfff")),
            Map.entry("long text", Json.of("\u20ac".repeat(100_000))),
            Map.entry("empty array", Json.of(List.of())),
            Map.entry("empty object", Json.Obj.EMPTY),
            Map.entry("mixed array", Json.of(List.of(Json.of(1), Json.of("1"), Json.Null.VALUE, Json.of(List.of())))),
            Map.entry("31 levels", nested(30))));

    private Samples() {}

    static Json nested(int levels) {
        Json value = Json.of("bottom");
        for (int i = 0; i < levels; i++) {
            value = i % 2 == 0 ? Json.of(List.of(value)) : Json.Obj.EMPTY.with("down", value);
        }
        return value;
    }
}
