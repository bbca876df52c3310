package dev.quarterdeck.collect.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.collect.types.Upkeep;
import dev.quarterdeck.inventory.Redacted;
import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    private static final Redaction REDACTION = new Redaction("k1", new byte[32]);

    /** Computed apart, with Python's hmac, hashlib and base64. */
    @Test
    void isHmacSha256() {
        assertThat(REDACTION.of(Json.of("hunter2")))
                .isEqualTo(Json.of("quarterdeck:hmac:k1:jdixmo4ht7nikcyksrl3vyybxnxw2ufz"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Env.*         | {\"Env\": {\"A\": \"canary\", \"B\": [\"canary\"], \"C\": null}}",
                "Env.*         | {\"Env\": \"canary\"}",
                "Env.*         | {\"Env\": [\"canary\", {\"A\": \"canary\"}]}",
                "L[].Value     | {\"L\": [{\"Value\": \"canary\"}, {\"Value\": {\"x\": \"canary\"}}, \"canary\"]}",
                "L[].Value     | {\"L\": {\"Value\": \"canary\"}}",
                "Doc.Env[].v   | {\"Doc\": \"{\\\"Env\\\": [{\\\"v\\\": \\\"canary\\\"}]}\"}",
                "Doc.Env[].v   | {\"Doc\": \"not JSON but canary\"}",
                "Deep.a.b.c    | {\"Deep\": {\"a\": \"canary\"}}",
            })
    void leavesNothingOfASecretWhateverItsShape(String path, String config) {
        Json.Obj tidy = tidy(path, config);

        assertThat(tidy.text()).doesNotContain("canary").contains(Redacted.MARK);
    }

    @Test
    void keepsTheKeysOfAMapAndThatThereIsNoValue() {
        Json.Obj tidy = tidy("Env.*", "{\"Env\": {\"A\": \"secret\", \"B\": null}}");

        assertThat(tidy.get("Env").orElseThrow()).isInstanceOfSatisfying(Json.Obj.class, env -> {
            assertThat(env.members().keySet()).containsExactly("A", "B");
            assertThat(env.get("B")).contains(Json.Null.VALUE);
        });
    }

    @Test
    void tellsSecretsApartAndKeysToo() {
        assertThat(REDACTION.of(Json.of("a"))).isEqualTo(REDACTION.of(Json.of("a")));
        assertThat(REDACTION.of(Json.of("a"))).isNotEqualTo(REDACTION.of(Json.of("b")));
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThat(new Redaction("k1", otherKey).of(Json.of("a"))).isNotEqualTo(REDACTION.of(Json.of("a")));
    }

    @Test
    void refusesAKeyThatIsTooShort() {
        assertThatThrownBy(() -> new Redaction("k1", new byte[31])).hasMessageContaining("at least 32 bytes: 31");
        assertThatThrownBy(() -> new Redaction("a:b", new byte[32])).hasMessageContaining("'a:b'");
    }

    private static Json.Obj tidy(String path, String config) {
        var upkeep = new Upkeep(
                List.of(),
                List.of(),
                List.of(),
                Stream.of("Doc").map(FieldPath::parse).toList(),
                List.of(FieldPath.parse(path.strip())));
        return new Tidying(REDACTION).tidy((Json.Obj) JsonReader.read(config).orElseThrow(), upkeep);
    }
}
