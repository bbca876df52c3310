package dev.quarterdeck.local;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.platform.local.vault.WrappedKey;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The passphrase that closes the vault's key in a backup: from a file, or asked for at the terminal. */
final class PassphraseOptions {
    private static final String OPTION = "--passphrase-file";

    @Option(
            names = OPTION,
            paramLabel = "FILE",
            description = "take the first line of this file as the passphrase instead of asking for it")
    private @Nullable Path file;

    /** A new one, which must be good enough, and typed twice. */
    Secret<String> chosen(Shell shell) {
        Secret<String> passphrase = given(shell, "Passphrase for the key of the vault:");
        if (passphrase.reveal().length() < WrappedKey.SHORTEST_PASSPHRASE) {
            throw Refusal.usage("the passphrase is too short: give one of at least %d characters"
                    .formatted(WrappedKey.SHORTEST_PASSPHRASE));
        }
        if (file == null && !given(shell, "The same once more:").equals(passphrase)) {
            throw Refusal.usage("the two passphrases differ: run the command again");
        }
        return passphrase;
    }

    /** The one that a backup was made with. */
    Secret<String> known(Shell shell) {
        return given(shell, "Passphrase of the backup:");
    }

    private Secret<String> given(Shell shell, String question) {
        return new Typed(shell).secret(question, OPTION, Optional.ofNullable(file));
    }
}
