package dev.quarterdeck.local.hub;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.credentials.SecretName;
import dev.quarterdeck.credentials.Vault;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The hub's own secrets: made at first use, kept in the vault, so that cursors outlive a restart. */
final class WorkspaceKeys {
    private static final int BYTES = 32;

    private final Vault vault;
    private final SecureRandom random;

    WorkspaceKeys(Vault vault, SecureRandom random) {
        this.vault = vault;
        this.random = random;
    }

    SecretKey cursors() {
        return new SecretKeySpec(secret("cursors"), "AES");
    }

    private byte[] secret(String word) {
        SecretName name = SecretName.of("hub", word);
        return HexFormat.of()
                .parseHex(vault.read(name).orElseGet(() -> made(name)).reveal());
    }

    private Secret<String> made(SecretName name) {
        byte[] fresh = new byte[BYTES];
        random.nextBytes(fresh);
        vault.put(name, Secret.of(HexFormat.of().formatHex(fresh)));
        return vault.read(name).orElseThrow();
    }
}
