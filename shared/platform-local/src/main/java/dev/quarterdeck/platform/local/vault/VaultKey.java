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
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** The key of a machine's vault. It leaves the machine only wrapped by a passphrase. */
public final class VaultKey {
    /** Fewer characters than these close nothing. */
    public static final int SHORTEST_PASSPHRASE = 15;

    private static final List<String> WRAPPED = List.of("vault-key", "wrapped");
    private static final int SALT = 16;
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;

    private VaultKey() {}

    /** The key of this file; made, readable by its owner only, if there is no file. */
    public static EnvelopeKey at(Path file) {
        return existing(file).orElseGet(() -> {
            EnvelopeKey key = EnvelopeKey.random();
            new OwnFile(file).write(Base64.getEncoder().encode(key.reveal()));
            return key;
        });
    }

    /** The key of this file, if there is such a file. */
    static Optional<EnvelopeKey> existing(Path file) {
        return new OwnFile(file).read().map(bytes -> read(bytes, file));
    }

    private static EnvelopeKey read(byte[] text, Path file) {
        try {
            return EnvelopeKey.of(Base64.getDecoder().decode(new String(text, UTF_8).strip()));
        } catch (IllegalArgumentException _) {
            throw VaultTrouble.of("'%s' holds no key of a vault".formatted(file));
        }
    }

    /** The key of this file, closed with a passphrase: a text that a backup may hold. */
    public static String export(Path file, Secret<String> passphrase) {
        if (passphrase.reveal().length() < SHORTEST_PASSPHRASE) {
            throw new FailureException(
                    Failure.invalid("/passphrase", "must have at least %d characters".formatted(SHORTEST_PASSPHRASE)));
        }
        var salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        byte[] sealed = Envelope.seal(derived(passphrase, salt, MEMORY_KIB, PASSES), at(file).reveal(), WRAPPED);
        return new Members()
                .put("kdf", "argon2id")
                .put("memory_kib", MEMORY_KIB)
                .put("passes", PASSES)
                .put("salt", Base64.getEncoder().encodeToString(salt))
                .put("key", Base64.getEncoder().encodeToString(sealed))
                .json()
                .text();
    }

    /** Writes the exported key to this file; a wrong passphrase changes nothing. */
    public static void restore(String exported, Secret<String> passphrase, Path file) {
        Fields fields = Fields.of(Json.parse(exported) instanceof Json.Obj object ? object : Json.Obj.EMPTY);
        long memory = fields.whole("memory_kib");
        long passes = fields.whole("passes");
        if (!fields.text("kdf").equals("argon2id") || memory > 1 << 20 || passes > 10) {
            throw VaultTrouble.of("this is no exported key of a vault");
        }
        byte[] salt = Base64.getDecoder().decode(fields.text("salt"));
        EnvelopeKey wrapping = derived(passphrase, salt, (int) memory, (int) passes);
        byte[] sealed = Base64.getDecoder().decode(fields.text("key"));
        EnvelopeKey key = EnvelopeKey.of(Envelope.open(wrapping, sealed, WRAPPED));
        new OwnFile(file).write(Base64.getEncoder().encode(key.reveal()));
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
