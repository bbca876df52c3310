package dev.quarterdeck.collect.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.kernel.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private static final Json RESOURCE = JsonReader.read("""
                    {"a": {"b": 1, "c": [1, 2, 3]}, "n": null, "empty": "", "text": "arn:aws:sqs:eu-west-1:111122223333:q",
                     "Tags": [{"Key": "Name", "Value": "web"}, {"Key": "env", "Value": "prod"}],
                     "R": [{"I": [{"id": 1}, {"id": 2}]}, {"I": [{"id": 3}]}, {"J": 4}],
                     "m": {"x": {"v": 1}, "y": {"v": 2}, "z": {}}, "t": true, "f": false,
                     "doc": "{\\"k\\": [10, 20]}", "odd name": 5, "when": "2024-01-01T00:00:00+00:00"}
                    """).orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            value = {
                "a.b → 1",
                "a.c[0] → 1",
                "a.c[-1] → 3",
                "a.c[7] → null",
                "a.missing.deep → null",
                "\"odd name\" → 5",
                "@.a.b → 1",
                "R[].I[].id → [1,2,3]",
                "R[*].I[*].id → [[1,2],[3]]",
                "R[].I[] | [0].id → 1",
                "Tags[?Key=='env'].Value → [\"prod\"]",
                "Tags[?Key=='env'].Value | [0] → \"prod\"",
                "Tags[?Key=='Name' || Key=='env'] | length(@) → 2",
                "m.*.v → [1,2]",
                "[a.b, t] → [1,true]",
                "[@][?t].a.b → [1]",
                "a.b == `1.0` → true",
                "a.b != `1` → false",
                "a.b < `2` → true",
                "a.b >= `2` → false",
                "text < `2` → null",
                "t && 'yes' || 'no' → \"yes\"",
                "f && 'yes' || 'no' → \"no\"",
                "n || empty || 'last' → \"last\"",
                "!n → true",
                "!(a.b) → false",
                "!t || t → true",
                "`{\"x\": [1]}` → {\"x\":[1]}",
                "'it\\'s' → \"it's\"",
                "starts_with(text, 'arn:') → true",
                "ends_with(n, 'q') → null",
                "contains(a.c, `2`) → true",
                "contains(text, 'sqs') → true",
                "contains(keys(@), 'n') → true",
                "contains(keys(@), 'nowhere') → false",
                "length(text) → 36",
                "join('-', ['a', to_string(a.b)]) → \"a-1\"",
                "join('-', ['a', n]) → null",
                "not_null(n, nowhere, 'x') → \"x\"",
                "nowhere | not_null(@, 'x') → \"x\"",
                "to_number('12.50') == `12.5` → true",
                "to_number('twelve') → null",
                "type(a) → \"object\"",
                "max(a.c) → 3",
                "min(a.c) → 1",
                "sort(['b', 'a']) → [\"a\",\"b\"]",
                "json(doc).k[1] → 20",
                "lastSegment(text) → \"q\"",
                "lastSegment('a/b:c/d') → \"d\"",
                "split(text, ':', `2`) → \"sqs\"",
                "split('a,b,', ',') → [\"a\",\"b\",\"\"]",
                "split(text, ':', `5`) → \"q\"",
                "split(text, ':', `6`) → null",
                "arn(text, 'account') → \"111122223333\"",
                "arn('no arn', 'account') → null",
                "epoch(when) → 1704067200",
                "epoch('1704067200000') → 1704067200",
                "lower('ABC') → \"abc\"",
                "matches(text, 'arn:[a-z]+:sqs:.*') → true",
                "values(a)[0] → 1",
                "$account → null",
            })
    void gives(String expression, String expected) {
        assertThat(Expression.parse(expression).evaluate(Scope.of(RESOURCE)).text())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.",
                "a b",
                "a[",
                "a[?b",
                "(a",
                "!a.b",
                "!a[]",
                "'open",
                "`{`",
                "$nobody",
                "nofunction(a)",
                "length()",
                "length(a, b)",
                "split(a)",
                "matches(a, '[')",
                "arn(a, 'colour')",
                "a == ",
                "#",
                "a[1.5]"
            })
    void refusesWhatIsNoExpression(String text) {
        assertThatThrownBy(() -> Expression.parse(text))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @CsvSource({
        "t, YES",
        "f, NO",
        "n, UNKNOWN",
        "nowhere, UNKNOWN",
        "'''true''', YES",
        "'''false''', NO",
        "a.b, UNKNOWN"
    })
    void answersYesNoOrUnknown(String expression, String expected) {
        assertThat(Expression.parse(expression).tri(Scope.of(RESOURCE)))
                .hasToString(expected.toLowerCase(java.util.Locale.ROOT));
    }
}
