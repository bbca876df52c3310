package dev.quarterdeck.testkit.oidc;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes ID tokens with the JDK alone, right ones and every kind of wrong one. */
final class Tokens {
    private static final String KID = "key-1";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /** Made once: to make a pair takes longer than a test. */
    private static final KeyPair PAIR = generated();

    private static final KeyPair OTHER = generated();

    private final Clock clock;

    Tokens(Clock clock) {
        this.clock = clock;
    }

    /** What a token is about. */
    record Wish(String issuer, String client, String nonce, Person person) {}

    Json.Obj keys() {
        var key = (RSAPublicKey) PAIR.getPublic();
        return new Members()
                .put(
                        "keys",
                        Json.of(List.of(new Members()
                                .put("kty", "RSA")
                                .put("kid", KID)
                                .put("use", "sig")
                                .put("alg", "RS256")
                                .put(
                                        "n",
                                        BASE64.encodeToString(
                                                unsigned(key.getModulus().toByteArray())))
                                .put(
                                        "e",
                                        BASE64.encodeToString(
                                                unsigned(key.getPublicExponent().toByteArray())))
                                .json())))
                .json();
    }

    String token(Wish wish, Lie lie) {
        String signed = encoded(header(lie).json().text()) + "." + encoded(payload(wish, lie));
        return signed + "." + BASE64.encodeToString(signature(signed, lie));
    }

    private Members header(Lie lie) {
        var header = new Members()
                .put("alg", lie == Lie.UNSIGNED ? "none" : lie == Lie.SIGNED_WITH_THE_PUBLIC_KEY ? "HS256" : "RS256")
                .put("kid", kid(lie))
                .put("typ", lie == Lie.ACCESS_TOKEN_TYPE ? "at+jwt" : "JWT");
        return switch (lie) {
            case KEY_IN_HEADER ->
                header.put(
                        "jwk",
                        ((Json.Arr) keys().get("keys").orElseThrow()).items().getFirst());
            case KEY_ADDRESS_IN_HEADER -> header.put("jku", "http://127.0.0.1:1/keys");
            case UNKNOWN_CRITICAL -> header.put("crit", List.of("exotic")).put("exotic", true);
            default -> header;
        };
    }

    private static String kid(Lie lie) {
        return switch (lie) {
            case PATH_AS_KEY_ID -> "../../../etc/passwd";
            case UNKNOWN_KEY_ID -> "key-2";
            default -> KID;
        };
    }

    private String payload(Wish wish, Lie lie) {
        String text = claims(wish, lie).json().text();
        return switch (lie) {
            case CLAIM_TWICE -> text.replaceFirst("\\{", "{\"sub\":\"admin\",");
            case DEEPLY_NESTED -> text.replaceFirst("\\{", "{\"deep\":" + "[".repeat(5000) + "]".repeat(5000) + ",");
            default -> text;
        };
    }

    private Members claims(Wish wish, Lie lie) {
        long now = clock.instant().getEpochSecond();
        var claims = new Members()
                .put("iss", lie == Lie.OTHER_ISSUER_IN_TOKEN ? wish.issuer() + "/other" : wish.issuer())
                .put("aud", lie == Lie.OTHER_AUDIENCE ? "another-client" : wish.client())
                .put("iat", lie == Lie.NOT_YET ? now + 6 : now)
                .put("name", wish.person().name())
                .put("email", wish.person().email())
                .put("groups", wish.person().groups())
                .put("amr", List.of("pwd", "mfa"));
        if (lie != Lie.NO_SUBJECT) {
            claims.put("sub", wish.person().subject());
        }
        if (lie != Lie.NO_NONCE) {
            claims.put("nonce", lie == Lie.OTHER_NONCE ? "another" : wish.nonce());
        }
        if (lie == Lie.ACCESS_TOKEN_USE) {
            claims.put("token_use", "access");
        }
        return ended(claims, now, lie);
    }

    private static Members ended(Members claims, long now, Lie lie) {
        return switch (lie) {
            case EXPIRED -> claims.put("exp", now - 6);
            case NO_END -> claims;
            case END_AS_TEXT -> claims.put("exp", Long.toString(now + 300));
            case ENDLESS -> claims.put("exp", 1_000_000_000_000_000_000L);
            default -> claims.put("exp", now + 300);
        };
    }

    private byte[] signature(String signed, Lie lie) {
        byte[] bytes = signed.getBytes(StandardCharsets.US_ASCII);
        try {
            return switch (lie) {
                case UNSIGNED -> new byte[0];
                case ZERO_SIGNATURE -> new byte[256];
                case SIGNED_WITH_THE_PUBLIC_KEY -> {
                    var mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(PAIR.getPublic().getEncoded(), "HmacSHA256"));
                    yield mac.doFinal(bytes);
                }
                default -> {
                    var rsa = Signature.getInstance("SHA256withRSA");
                    rsa.initSign((lie == Lie.SIGNED_WITH_ANOTHER_KEY ? OTHER : PAIR).getPrivate());
                    rsa.update(bytes);
                    yield rsa.sign();
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK signs so", e);
        }
    }

    private static KeyPair generated() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }
}
