package dev.quarterdeck.edge.oidc;

import dev.quarterdeck.identity.Vouched;
import dev.quarterdeck.identity.access.GroupId;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The hub as a client of one provider: sends browsers there, and believes what comes back only when it is proven. */
public final class RelyingParty {
    private final OidcSettings settings;
    private final Web web;
    private final Departures departures;
    private final IdTokens tokens;
    private Optional<Provider> provider = Optional.empty();

    public RelyingParty(OidcSettings settings, Web web, Departures departures, Clock clock) {
        this.settings = settings;
        this.web = web;
        this.departures = departures;
        this.tokens = new IdTokens(settings, new Keys(() -> web.get(provider().keys()), clock), clock);
    }

    public Departure depart() {
        var secrets = departures.begin();
        var query = Map.of(
                "response_type", "code",
                "client_id", settings.client().id(),
                "redirect_uri", settings.redirect().toString(),
                "scope", "openid profile email",
                "state", secrets.state(),
                "nonce", secrets.nonce(),
                "code_challenge", challenge(secrets.verifier()),
                "code_challenge_method", "S256");
        return new Departure(with(provider().authorization(), query), secrets.ticket());
    }

    /** Whatever comes of it, the departure is used up. */
    public Arrived arrive(Callback callback) {
        try {
            return new Arrived.Known(vouched(callback));
        } catch (Untrusted e) {
            return new Arrived.Doubted(e.getMessage() == null ? "untrusted" : e.getMessage());
        } catch (IOException | Malformed e) {
            return new Arrived.Doubted("the provider's answer: " + e.getMessage());
        }
    }

    /** Where the browser goes to end its session at the provider, if the provider has such a place. */
    public Optional<URI> logout() {
        var query = Map.of(
                "client_id",
                settings.client().id(),
                "post_logout_redirect_uri",
                settings.afterLogout().toString());
        return provider().endSession().map(end -> with(end, query));
    }

    private Vouched vouched(Callback callback) throws Untrusted, IOException {
        var secrets = departures
                .take(given(callback.state(), "state"), given(callback.ticket(), "ticket"))
                .orElseThrow(() -> new Untrusted("no such sign-in is under way for this browser"));
        String issuer = settings.issuer().toString();
        boolean foreign = callback.issuer().filter(it -> !it.equals(issuer)).isPresent();
        if (foreign || (callback.issuer().isEmpty() && provider().namesItself())) {
            throw new Untrusted("the answer is not of the provider that was asked");
        }
        var answer = web.post(
                provider().token(), settings.client(), form(given(callback.code(), "code"), secrets.verifier()));
        return vouched(tokens.verified(Fields.of(answer).text("id_token"), secrets.nonce()));
    }

    private Map<String, String> form(String code, String verifier) {
        return new TreeMap<>(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                settings.redirect().toString(),
                "code_verifier",
                verifier));
    }

    private Vouched vouched(Fields claims) {
        String issuer = settings.issuer().toString();
        var email = claims.maybeText("email");
        String name = claims.maybeText("name")
                .or(() -> claims.maybeText("preferred_username"))
                .or(() -> email)
                .orElseGet(() -> claims.text("sub"));
        var methods = texts(claims, "amr");
        Set<GroupId> groups = texts(claims, settings.claims().groups()).stream()
                .filter(group -> !group.isBlank())
                .map(group -> new GroupId(issuer, group))
                .collect(Collectors.toSet());
        return new Vouched(
                new UserId(issuer, claims.text("sub")),
                name,
                email,
                groups,
                methods.isEmpty() ? List.of("fed") : methods);
    }

    /** A list is an array of texts; what is written otherwise is none, and never split. */
    private static List<String> texts(Fields claims, String name) {
        return claims.json().get(name).orElse(Json.Null.VALUE) instanceof Json.Arr ? claims.texts(name) : List.of();
    }

    private synchronized Provider provider() {
        if (provider.isEmpty()) {
            try {
                var document = web.get(URI.create(
                        settings.issuer().toString().replaceFirst("/$", "") + "/.well-known/openid-configuration"));
                provider = Optional.of(Provider.read(document, settings));
            } catch (IOException | Malformed e) {
                throw new FailureException(
                        new Failure.Unavailable("the identity provider cannot be used: " + e.getMessage()));
            }
        }
        return provider.orElseThrow();
    }

    private static String given(Optional<String> value, String name) throws Untrusted {
        return value.orElseThrow(() -> new Untrusted("the answer has no " + name));
    }

    private static String challenge(String verifier) {
        byte[] hash = Digest.sha256(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static URI with(URI uri, Map<String, String> query) {
        String text = new TreeMap<>(query)
                .entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return URI.create(uri + (uri.getQuery() == null ? "?" : "&") + text);
    }
}
