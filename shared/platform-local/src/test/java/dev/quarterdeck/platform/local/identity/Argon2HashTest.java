package dev.quarterdeck.platform.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Argon2HashTest {
    /** From the reference implementation's own tests: argon2id, version 19, t=2, m=2^8, p=1, salt "somesalt". */
    private static final String REFERENCE =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    private final Argon2Hash argon2 = new Argon2Hash(new SecureRandom());

    @Test
    void agreesWithTheReferenceImplementation() {
        assertThat(argon2.matches("password", Optional.of(REFERENCE))).isTrue();
        assertThat(argon2.matches("Password", Optional.of(REFERENCE))).isFalse();
    }

    @Test
    void hashesWithTheCostsThatWereChosen() {
        String hash = argon2.hash("eleven purple wagons");

        assertThat(hash)
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .isNotEqualTo(argon2.hash("eleven purple wagons"));
        assertThat(argon2.matches("eleven purple wagons", Optional.of(hash))).isTrue();
        assertThat(argon2.matches("eleven purple wagon", Optional.of(hash))).isFalse();
    }

    @Test
    void takesTheSameTextFromAnyKeyboard() {
        assertThat(argon2.matches("zu\u0308rich am see 2026", Optional.of(argon2.hash("z\u00fcrich am see 2026"))))
                .isTrue();
    }

    @Test
    void saysNoWhereThereIsNothingToCompareWith() {
        assertThat(argon2.matches("eleven purple wagons", Optional.empty())).isFalse();
        assertThatThrownBy(() -> argon2.matches("x", Optional.of("plain"))).isInstanceOf(IllegalStateException.class);
    }
}
