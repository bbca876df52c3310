package dev.quarterdeck.platform.local.identity;

import dev.quarterdeck.identity.PasswordHash;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id with 19 MiB, two passes, one lane, in the PHC text form; two at once at most, whoever asks. */
public final class Argon2Hash implements PasswordHash {
    private static final Cost COST = new Cost(19 * 1024, 2, 1);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int AT_ONCE = 2;
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=([0-9])\\$([A-Za-z0-9+/]{8,86})\\$([A-Za-z0-9+/]{16,86})");

    /** Of no password that anybody knows: its salt and hash are nothing but zeros. */
    private static final String DECOY = text(COST, new byte[SALT_BYTES], new byte[HASH_BYTES]);

    private final SecureRandom random;
    private final Semaphore memory = new Semaphore(AT_ONCE, true);

    private record Cost(int kibibytes, int passes, int lanes) {}

    @Inject
    public Argon2Hash(SecureRandom random) {
        this.random = random;
    }

    @Override
    public String hash(String password) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return text(COST, salt, computed(password, COST, salt, HASH_BYTES));
    }

    @Override
    public boolean matches(String password, Optional<String> hash) {
        Matcher form = FORM.matcher(hash.orElse(DECOY));
        if (!form.matches()) {
            throw new IllegalStateException("a password's hash is no argon2id text");
        }
        var cost = new Cost(number(form, 1), number(form, 2), number(form, 3));
        byte[] expected = bytes(form, 5);
        return MessageDigest.isEqual(expected, computed(password, cost, bytes(form, 4), expected.length))
                && hash.isPresent();
    }

    private byte[] computed(String password, Cost cost, byte[] salt, int length) {
        var parameters = new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withMemoryAsKB(cost.kibibytes())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build();
        var generator = new Argon2BytesGenerator();
        var hash = new byte[length];
        memory.acquireUninterruptibly();
        try {
            generator.init(parameters);
            generator.generateBytes(normal(password), hash);
        } finally {
            memory.release();
        }
        return hash;
    }

    /** The same text from whatever keyboard (RFC 8265 asks for NFC). */
    private static byte[] normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(Cost cost, byte[] salt, byte[] hash) {
        var base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(
                        cost.kibibytes(),
                        cost.passes(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(hash));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    private static byte[] bytes(Matcher form, int group) {
        return Base64.getDecoder().decode(form.group(group));
    }
}
