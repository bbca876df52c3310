package dev.quarterdeck.testkit.oidc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An OpenID Connect provider over real HTTP on loopback: discovery, authorization code with PKCE S256, keys, logout.
 * Whoever comes is signed in as the person set. It holds clients to the rules, and lies itself when told to.
 */
public final class OidcProvider implements AutoCloseable {
    public static final String CLIENT = "quarterdeck";
    public static final String SECRET = "a secret, with + and %";

    private record Grant(String redirect, String challenge, String nonce, Person person) {}

    private final HttpServer server;
    private final Tokens tokens;
    private volatile URI redirect;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final AtomicInteger keysAsked = new AtomicInteger();
    private volatile Person person = Person.ANA;
    private volatile Lie lie = Lie.NONE;

    private OidcProvider(HttpServer server, URI redirect, Clock clock) {
        this.server = server;
        this.redirect = redirect;
        this.tokens = new Tokens(clock);
    }

    /** Starts one that knows a client {@link #CLIENT} with this address to return to. */
    public static OidcProvider start(URI redirect, Clock clock) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var provider = new OidcProvider(server, redirect, clock);
            server.createContext("/", provider::answer);
            server.start();
            return provider;
        } catch (IOException e) {
            throw new UncheckedIOException("the test provider cannot listen", e);
        }
    }

    public URI issuer() {
        return URI.create("http://" + authority());
    }

    public String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** The client's address, once it is known; it knows this provider's from the start. */
    public void sendBackTo(URI other) {
        redirect = other;
    }

    public void signIn(Person other) {
        person = other;
    }

    public void lie(Lie other) {
        lie = other;
    }

    public int keysAsked() {
        return keysAsked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
                case "/keys" -> {
                    keysAsked.incrementAndGet();
                    json(exchange, 200, tokens.keys());
                }
                case "/authorize" -> authorize(exchange);
                case "/token" -> token(exchange);
                case "/logout" -> logout(exchange);
                default -> json(exchange, 404, Json.Obj.EMPTY);
            }
        }
    }

    private Json.Obj discovery() {
        return new Members()
                .put("issuer", issuer().toString())
                .put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/keys")
                .put("end_session_endpoint", issuer() + "/logout")
                .put("code_challenge_methods_supported", List.of("S256"))
                .put("authorization_response_iss_parameter_supported", true)
                .json();
    }

    private void authorize(HttpExchange exchange) throws IOException {
        var query = parameters(exchange.getRequestURI().getRawQuery());
        boolean right = CLIENT.equals(query.get("client_id"))
                && redirect.toString().equals(query.get("redirect_uri"))
                && "code".equals(query.get("response_type"))
                && "S256".equals(query.get("code_challenge_method"));
        if (!right) {
            json(exchange, 400, Json.Obj.EMPTY);
            return;
        }
        String code = UUID.randomUUID().toString();
        grants.put(
                code,
                new Grant(given(query, "redirect_uri"), given(query, "code_challenge"), given(query, "nonce"), person));
        redirect(exchange, redirect + "?code=" + code + "&state=" + encoded(given(query, "state")) + issuerParameter());
    }

    private String issuerParameter() {
        return switch (lie) {
            case NO_ISSUER_IN_ANSWER -> "";
            case OTHER_ISSUER_IN_ANSWER -> "&iss=" + encoded("https://other.example");
            default -> "&iss=" + encoded(issuer().toString());
        };
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var grant = grants.remove(form.getOrDefault("code", ""));
        boolean right = grant != null
                && authorized(exchange)
                && "authorization_code".equals(form.get("grant_type"))
                && grant.redirect().equals(form.get("redirect_uri"))
                && grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")));
        if (!right || grant == null) {
            json(exchange, 400, new Members().put("error", "invalid_grant").json());
            return;
        }
        var wish = new Tokens.Wish(issuer().toString(), CLIENT, grant.nonce(), grant.person());
        json(
                exchange,
                200,
                new Members()
                        .put("token_type", "Bearer")
                        .put("access_token", UUID.randomUUID().toString())
                        .put("id_token", tokens.token(wish, lie))
                        .json());
    }

    private void logout(HttpExchange exchange) throws IOException {
        var query = parameters(exchange.getRequestURI().getRawQuery());
        redirect(exchange, given(query, "post_logout_redirect_uri"));
    }

    private static boolean authorized(HttpExchange exchange) {
        String credentials = encoded(CLIENT) + ":" + encoded(SECRET);
        String expected = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }

    private static String challenge(String verifier) {
        byte[] hash = Digest.sha256(verifier.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
    }

    private static void json(HttpExchange exchange, int status, Json.Obj body) throws IOException {
        byte[] bytes = body.text().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> parameters(String text) {
        var parameters = new HashMap<String, String>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static String given(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
