package dev.quarterdeck.inventory.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a': 1}                           | {'a': 1.0}                         | ",
                "{'a': 1}                           | {'a': 2}                           | a: 1 → 2",
                "{'a': {'b': 'x'}}                  | {'a': {}}                          | a.b: 'x' → nothing",
                "{'a': [1, 2]}                      | {'a': [2, 3]}                      | a[]: 1 → nothing; a[]: nothing → 3",
                "{'a': [1, 2]}                      | {'a': [2, 1]}                      | a: [1,2] → [2,1]",
                "{'T': [{'Key':'o','Value':'x'}]}   | {'T': [{'Key':'n','Value':'1'},{'Key':'o','Value':'y'}]} | T[Key=n]: nothing → {'Key':'n','Value':'1'}; T[Key=o].Value: 'x' → 'y'",
                "{'a': [{'x': 1}, {'x': 2}]}        | {'a': [{'x': 1}]}                  | a[1]: {'x':2} → nothing",
                "{'s': 'quarterdeck:hmac:k1:aaaa'}  | {'s': 'quarterdeck:hmac:k1:bbbb'}  | s: 'quarterdeck:hmac:k1:aaaa' → 'quarterdeck:hmac:k1:bbbb'",
                "{'s': 'quarterdeck:hmac:k1:aaaa'}  | {'s': 'quarterdeck:hmac:k2:bbbb'}  | ",
                "{'l': ['quarterdeck:hmac:k1:a']}   | {'l': ['quarterdeck:hmac:k2:b']}   | ",
                "{'l': ['quarterdeck:hmac:k1:a']}   | {'l': ['quarterdeck:hmac:k2:b', 'x']} | l[]: nothing → 'x'",
                "{'s': 'quarterdeck:hmac:k1:aaaa'}  | {'s': 'plain'}                     | s: 'quarterdeck:hmac:k1:aaaa' → 'plain'",
            })
    void areToldFieldByField(String before, String after, String expected) {
        List<String> told = Differences.between(json(before), json(after)).stream()
                .map(difference -> "%s: %s → %s"
                        .formatted(
                                difference.path(),
                                difference.before().map(Json::text).orElse("nothing"),
                                difference.after().map(Json::text).orElse("nothing"))
                        .replace('"', '\''))
                .toList();

        assertThat(String.join("; ", told)).isEqualTo(expected == null ? "" : expected);
    }

    private static Json json(String text) {
        return Json.parse(text.replace('\'', '"'));
    }
}
