package dev.quarterdeck.credentials;

import dev.quarterdeck.identity.Pepper;
import dev.quarterdeck.identity.Peppers;
import dev.quarterdeck.identity.Sealing;
import dev.quarterdeck.kernel.Digest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** Seals what people sign in with by the hub's key, and makes the pepper of API keys from it. */
public final class KeySealing implements Sealing {
    private static final String PURPOSE = "identity";

    private final EnvelopeKey key;

    private KeySealing(EnvelopeKey key) {
        this.key = key;
    }

    public static KeySealing of(EnvelopeKey key) {
        return new KeySealing(key);
    }

    @Override
    public String seal(byte[] secret, String place) {
        return Base64.getEncoder().encodeToString(Envelope.seal(key, secret, List.of(PURPOSE, place)));
    }

    @Override
    public byte[] open(String sealed, String place) {
        return Envelope.open(key, Base64.getDecoder().decode(sealed), List.of(PURPOSE, place));
    }

    /** The same as long as the key is: a restored backup knows its API keys. */
    public Peppers peppers() {
        String master = HexFormat.of().formatHex(key.reveal());
        var secret = new SecretKeySpec(Digest.sha256("api-key pepper", "1", master), "HmacSHA256");
        return new Peppers(new Pepper("vault-1", secret), Optional.empty());
    }
}
