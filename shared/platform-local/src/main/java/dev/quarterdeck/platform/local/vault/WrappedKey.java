package dev.quarterdeck.platform.local.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.credentials.Envelope;
import dev.quarterdeck.credentials.EnvelopeKey;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.VaultTrouble;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Keys as they leave a machine: each closed with a passphrase and bound to what it is a key of, a text for a backup. */
public record WrappedKey(List<String> place) {
    /** Fewer characters than these close nothing. */
    public static final int SHORTEST_PASSPHRASE = 15;

    /** The key under which scans hash what is sensitive. */
    public static final WrappedKey REDACTION = of("redaction-key");

    private static final int SALT = 16;
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;

    public WrappedKey {
        place = List.copyOf(place);
    }

    static WrappedKey of(String what) {
        return new WrappedKey(List.of(what, "wrapped"));
    }

    public String close(byte[] key, Secret<String> passphrase) {
        if (passphrase.reveal().length() < SHORTEST_PASSPHRASE) {
            throw new FailureException(
                    Failure.invalid("/passphrase", "must have at least %d characters".formatted(SHORTEST_PASSPHRASE)));
        }
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] sealed = Envelope.seal(derived(passphrase, salt, MEMORY_KIB, PASSES), key, place);
        return new Members()
                .put("kdf", "argon2id")
                .put("memory_kib", MEMORY_KIB)
                .put("passes", PASSES)
                .put("salt", Base64.getEncoder().encodeToString(salt))
                .put("key", Base64.getEncoder().encodeToString(sealed))
                .json()
                .text();
    }

    public byte[] open(String closed, Secret<String> passphrase) {
        Fields fields = Fields.of(Json.parse(closed) instanceof Json.Obj object ? object : Json.Obj.EMPTY);
        long memory = fields.whole("memory_kib");
        long passes = fields.whole("passes");
        if (!fields.text("kdf").equals("argon2id") || memory > 1 << 20 || passes > 10) {
            throw VaultTrouble.of("this is no exported key");
        }
        byte[] salt = Base64.getDecoder().decode(fields.text("salt"));
        EnvelopeKey wrapping = derived(passphrase, salt, (int) memory, (int) passes);
        return Envelope.open(wrapping, Base64.getDecoder().decode(fields.text("key")), place);
    }

    private static EnvelopeKey derived(Secret<String> passphrase, byte[] salt, int memory, int passes) {
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(1)
                .build());
        var bytes = new byte[EnvelopeKey.BYTES];
        argon2.generateBytes(passphrase.reveal().getBytes(UTF_8), bytes);
        try {
            return EnvelopeKey.of(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
