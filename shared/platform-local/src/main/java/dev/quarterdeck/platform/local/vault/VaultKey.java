package dev.quarterdeck.platform.local.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.credentials.EnvelopeKey;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.VaultTrouble;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/** The key of a machine's vault. It leaves the machine only wrapped by a passphrase. */
public final class VaultKey {
    private static final WrappedKey WRAPPED = WrappedKey.of("vault-key");

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
        return WRAPPED.close(at(file).reveal(), passphrase);
    }

    /** Writes the exported key to this file; a wrong passphrase changes nothing. */
    public static void restore(String exported, Secret<String> passphrase, Path file) {
        EnvelopeKey key = EnvelopeKey.of(WRAPPED.open(exported, passphrase));
        new OwnFile(file).write(Base64.getEncoder().encode(key.reveal()));
    }
}
