package dev.quarterdeck.platform.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** The secret that was made with the hub: of it the hub makes a key of its own for each purpose, and keeps none of them. */
public final class StackSecret {
    private final byte[] content;

    private StackSecret(byte[] content) {
        this.content = content;
    }

    /** Reads it once, as the process's own role. */
    public static StackSecret open(String name) {
        try (SecretsManagerClient client = Connections.of(SecretsManagerClient.builder())) {
            String text =
                    client.getSecretValue(request -> request.secretId(name)).secretString();
            return of(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static StackSecret of(byte[] content) {
        if (content.length < 32) {
            throw new IllegalArgumentException("a hub's secret has 32 bytes or more, not %d".formatted(content.length));
        }
        return new StackSecret(content.clone());
    }

    /** The same key each time for one purpose, and another for each (HKDF with SHA-256). */
    public SecretKey key(String purpose) {
        var parameters = HKDFParameterSpec.ofExtract()
                .addIKM(content)
                .thenExpand(("quarterdeck " + purpose).getBytes(StandardCharsets.UTF_8), 32);
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HKDF", e);
        }
    }
}
