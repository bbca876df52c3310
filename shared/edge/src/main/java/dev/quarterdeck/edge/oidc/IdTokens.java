package dev.quarterdeck.edge.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.MalformedJsonException;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Verifies ID tokens: two algorithms, keys of this provider alone, every claim as it must be, five seconds of skew. */
final class IdTokens {
    private static final int LARGEST = 16 * 1024;
    private static final Duration SKEW = Duration.ofSeconds(5);
    private static final Duration LONGEST_LIFE = Duration.ofDays(1);
    private static final Set<String> HEADER = Set.of("alg", "kid", "typ");
    private static final Pattern KID = Pattern.compile("[A-Za-z0-9._~+/=-]{1,200}");

    private final OidcSettings settings;
    private final Keys keys;
    private final Clock clock;

    IdTokens(OidcSettings settings, Keys keys, Clock clock) {
        this.settings = settings;
        this.keys = keys;
        this.clock = clock;
    }

    /** The claims of a token that was made for this sign-in. */
    Fields verified(String token, String nonce) throws Untrusted {
        try {
            String[] parts = token.split("\\.", -1);
            if (token.length() > LARGEST || parts.length != 3) {
                throw new Untrusted("the token has no three parts, or more than 16 KB");
            }
            signed(token, header(parts[0]));
            return claims(Fields.of(object(parts[1])), nonce);
        } catch (Malformed | MalformedJsonException | ParseException | JOSEException e) {
            throw new Untrusted("the token is malformed: " + e.getMessage());
        }
    }

    /** Whatever names a key, a certificate or an extension in the header itself is refused with it. */
    private static Fields header(String part) throws Untrusted {
        var header = Fields.of(object(part)).only(HEADER);
        if (header.maybeText("typ").filter(typ -> !typ.equalsIgnoreCase("JWT")).isPresent()) {
            throw new Untrusted("the token is of another type");
        }
        return header;
    }

    private void signed(String token, Fields header) throws Untrusted, ParseException, JOSEException {
        String kid = header.text("kid");
        if (!KID.matcher(kid).matches()) {
            throw new Untrusted("the token names no key that could be");
        }
        var key = keys.named(kid).orElseThrow(() -> new Untrusted("the provider has no such key"));
        if (!JWSObject.parse(token).verify(verifier(key, header.text("alg")))) {
            throw new Untrusted("the signature is wrong");
        }
    }

    /** The algorithm is the one that belongs to the key, or none. */
    private static JWSVerifier verifier(JWK key, String algorithm) throws Untrusted, JOSEException {
        return switch (key) {
            case RSAKey rsa when algorithm.equals("RS256") -> new RSASSAVerifier(rsa);
            case ECKey ec when algorithm.equals("ES256") -> new ECDSAVerifier(ec);
            default -> throw new Untrusted("the algorithm does not belong to the key");
        };
    }

    private Fields claims(Fields claims, String nonce) throws Untrusted {
        Instant now = clock.instant();
        Instant end = Instant.ofEpochSecond(Math.min(claims.whole("exp"), Long.MAX_VALUE >> 32));
        Instant made = Instant.ofEpochSecond(Math.max(claims.whole("iat"), 0));
        List<String> audience = audience(claims);
        check(claims.text("iss").equals(settings.issuer().toString()), "issuer");
        check(audience.contains(settings.client().id()), "audience");
        check(
                audience.size() == 1
                        || claims.text("azp").equals(settings.client().id()),
                "authorized party");
        check(now.minus(SKEW).isBefore(end), "end: it is over");
        check(!end.isAfter(now.plus(LONGEST_LIFE)), "end: it is too far away");
        check(!made.isAfter(now.plus(SKEW)), "time: it is of the future");
        check(
                claims.maybeWhole("nbf")
                        .filter(from -> from > now.plus(SKEW).getEpochSecond())
                        .isEmpty(),
                "beginning");
        check(claims.maybeText("token_use").filter(use -> !use.equals("id")).isEmpty(), "use");
        check(claims.text("nonce").equals(nonce), "nonce");
        check(!claims.text("sub").isBlank() && claims.text("sub").length() <= 255, "subject");
        return claims;
    }

    private static List<String> audience(Fields claims) {
        return claims.json().get("aud").orElse(Json.Null.VALUE) instanceof Json.Str(var one)
                ? List.of(one)
                : claims.texts("aud");
    }

    private static void check(boolean right, String claim) throws Untrusted {
        if (!right) {
            throw new Untrusted("the token has a wrong " + claim);
        }
    }

    private static Json.Obj object(String part) {
        String text = new String(new Base64URL(part).decode(), StandardCharsets.UTF_8);
        if (Json.parse(text) instanceof Json.Obj object) {
            return object;
        }
        throw new Malformed("", "is no object");
    }
}
