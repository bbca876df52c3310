package dev.quarterdeck.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KeySealingTest {
    private final EnvelopeKey key = EnvelopeKey.random();

    @Test
    void opensWhereItWasSealedAndNowhereElse() {
        var sealing = KeySealing.of(key);
        String sealed = sealing.seal(new byte[] {1, 2, 3}, "local#ana/authenticator");

        assertThat(KeySealing.of(key).open(sealed, "local#ana/authenticator")).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> sealing.open(sealed, "local#eve/authenticator"))
                .hasMessageContaining("another place");
    }

    @Test
    void makesTheSamePepperFromTheSameKey() {
        var one = KeySealing.of(key).peppers().current();

        assertThat(KeySealing.of(key).peppers().current()).isEqualTo(one);
        assertThat(KeySealing.of(EnvelopeKey.random()).peppers().current()).isNotEqualTo(one);
    }
}
