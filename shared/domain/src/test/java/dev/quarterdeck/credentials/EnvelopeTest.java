package dev.quarterdeck.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.kernel.FailureException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final EnvelopeKey KEY =
            EnvelopeKey.of(HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"));
    private static final List<String> PLACE = List.of("vault", "accounts/111122223333/key", "1");

    /** Made with Python's cryptography: AESGCM(key).encrypt(nonce, text, header + length-prefixed place). */
    @Test
    void knowsItsAnswers() {
        var nonce = HEX.parseHex("202122232425262728292a2b");

        assertThat(HEX.formatHex(Envelope.seal(KEY, "quarterdeck".getBytes(UTF_8), PLACE, nonce)))
                .isEqualTo(
                        "514445011036333064636432393636633433333636202122232425262728292a2ba34fc70218fd686a7f1f297206a87f2458de5eda2ade7dec8ecd21");
        assertThat(HEX.formatHex(Envelope.seal(KEY, new byte[0], List.of(), nonce)))
                .isEqualTo(
                        "514445011036333064636432393636633433333636202122232425262728292a2bd83b976e59992f33899047c5aa469da9");
    }

    @Test
    void opensWhatItClosed() {
        byte[] sealed = Envelope.seal(KEY, "secret".getBytes(UTF_8), PLACE);

        assertThat(Envelope.open(KEY, sealed, PLACE)).asString(UTF_8).isEqualTo("secret");
    }

    @Test
    void opensNowhereElse() {
        byte[] sealed = Envelope.seal(KEY, "secret".getBytes(UTF_8), PLACE);
        var runTogether = List.of("vault", "accounts/111122223333/key1", "");

        assertThatThrownBy(() -> Envelope.open(KEY, sealed, runTogether)).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> Envelope.open(EnvelopeKey.random(), sealed, PLACE))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining("another key");
    }

    @Test
    void noticesEveryBit() {
        byte[] sealed = Envelope.seal(KEY, "secret".getBytes(UTF_8), PLACE);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] flipped = sealed.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));

            assertThatThrownBy(() -> Envelope.open(KEY, flipped, PLACE)).isInstanceOf(FailureException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);

            assertThatThrownBy(() -> Envelope.open(KEY, cut, PLACE)).isInstanceOf(FailureException.class);
        }
    }

    @Test
    void neverUsesANonceTwice() {
        var nonces = new HashSet<String>();
        for (int i = 0; i < 100_000; i++) {
            byte[] sealed = Envelope.seal(KEY, new byte[0], List.of());
            nonces.add(HEX.formatHex(sealed, sealed.length - 28, sealed.length - 16));
        }

        assertThat(nonces).hasSize(100_000);
    }

    @Test
    void masksWhatIsSecret() {
        var secret = Secret.of("canary");

        assertThat("%s %s".formatted(secret, List.of(secret))).doesNotContain("canary");
        assertThat(secret.hashCode()).isEqualTo(Secret.of("other").hashCode());
        assertThat(KEY).asString().doesNotContain("0001020304");
    }
}
