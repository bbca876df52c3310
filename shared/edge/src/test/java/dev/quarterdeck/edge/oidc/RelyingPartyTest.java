package dev.quarterdeck.edge.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.identity.Vouched;
import dev.quarterdeck.identity.access.GroupId;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.oidc.Lie;
import dev.quarterdeck.testkit.oidc.OidcProvider;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelyingPartyTest {
    private static final URI REDIRECT = URI.create("http://127.0.0.1:8080/auth/callback");
    private static final URI AFTER = URI.create("http://127.0.0.1:8080/");

    private final TestClock clock = new TestClock(Instant.parse("2026-05-04T10:00:00Z"));
    private final OidcProvider provider = OidcProvider.start(REDIRECT, clock);
    private SqliteTable table;
    private RelyingParty hub;

    @BeforeEach
    void setUp(@TempDir Path folder) {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        hub = relyingParty(Set.of(provider.authority()));
    }

    @AfterEach
    void tearDown() {
        table.close();
        provider.close();
    }

    @Test
    void provesWhoSignedInOverDiscoveryPkceAndNonce() throws Exception {
        var departure = hub.depart();

        assertThat(query(departure.to()))
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", REDIRECT.toString())
                .containsKeys("state", "nonce", "code_challenge");
        String issuer = provider.issuer().toString();
        assertThat(hub.arrive(answer(departure)))
                .isEqualTo(new Arrived.Known(new Vouched(
                        new UserId(issuer, "ana-1"),
                        "Ana",
                        Optional.of("ana@example.com"),
                        Set.of(new GroupId(issuer, "ops"), new GroupId(issuer, "users,admins")),
                        List.of("pwd", "mfa"))));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    @Tag("B01")
    @Tag("B02")
    @Tag("B03")
    @Tag("B04")
    @Tag("B05")
    @Tag("B06")
    @Tag("B07")
    @DisplayName("B01-B07: no lie of a provider, or of somebody between, signs anybody in")
    void believesNoLie(Lie lie) throws Exception {
        provider.lie(lie);
        var lied = answer(hub.depart());
        long before = System.nanoTime();

        assertThat(hub.arrive(lied)).isInstanceOf(Arrived.Doubted.class);

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        provider.lie(Lie.NONE);
        assertThat(hub.arrive(answer(hub.depart()))).isInstanceOf(Arrived.Known.class);
    }

    @Test
    @Tag("B13")
    @DisplayName("B13: an answer counts once, for the browser that left, with its state, from the provider asked")
    void anAnswerCountsOnce() throws Exception {
        var good = answer(hub.depart());
        assertThat(hub.arrive(good)).isInstanceOf(Arrived.Known.class);
        assertThat(hub.arrive(good)).isInstanceOf(Arrived.Doubted.class);

        for (var bad : List.of(
                otherTicket(answer(hub.depart())),
                new Callback(Optional.empty(), good.code(), good.issuer(), good.ticket()),
                otherIssuer(answer(hub.depart())),
                otherCode(answer(hub.depart())))) {
            assertThat(hub.arrive(bad)).isInstanceOf(Arrived.Doubted.class);
        }
    }

    @Test
    @Tag("B13")
    @DisplayName("B13: an answer that failed burns the sign-in that was under way")
    void aFailedAnswerBurnsTheSignIn() throws Exception {
        var good = answer(hub.depart());

        assertThat(hub.arrive(otherTicket(good))).isInstanceOf(Arrived.Doubted.class);
        assertThat(hub.arrive(good)).isInstanceOf(Arrived.Doubted.class);
    }

    @Test
    void aSignInIsUnderWayForTenMinutes() throws Exception {
        var late = answer(hub.depart());

        clock.advance(Duration.ofMinutes(10));

        assertThat(hub.arrive(late)).isInstanceOf(Arrived.Doubted.class);
    }

    @Test
    @Tag("B24")
    @DisplayName("B24: a flood of unknown key names asks the provider for keys once a minute at most")
    void asksForKeysOnceAMinute() throws Exception {
        provider.lie(Lie.UNKNOWN_KEY_ID);
        for (int i = 0; i < 5; i++) {
            assertThat(hub.arrive(answer(hub.depart()))).isInstanceOf(Arrived.Doubted.class);
        }
        assertThat(provider.keysAsked()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        hub.arrive(answer(hub.depart()));
        assertThat(provider.keysAsked()).isEqualTo(2);
    }

    @Test
    @Tag("E02")
    @DisplayName("E02: a discovery document cannot send the hub to other hosts")
    void refusesForeignEndpoints() {
        var elsewhere = relyingParty(Set.of("idp.example"));

        assertThatThrownBy(elsewhere::depart).hasMessageContaining("is not at [idp.example]");
    }

    @Test
    void leadsToTheProvidersLogoutAndBack() throws Exception {
        var logout = hub.logout().orElseThrow();

        assertThat(logout.getPath()).isEqualTo("/logout");
        assertThat(browse(logout)).isEqualTo(AFTER);
    }

    @Test
    void tellsNoSecretsInTexts() {
        var departure = hub.depart();

        assertThat(departure.toString()).doesNotContain(departure.ticket());
        assertThat(new OidcSettings.Client("id", "s3cret").toString()).isEqualTo("Client[id]");
    }

    private RelyingParty relyingParty(Set<String> hosts) {
        var settings = new OidcSettings(
                provider.issuer(),
                new OidcSettings.Client(OidcProvider.CLIENT, OidcProvider.SECRET),
                REDIRECT,
                AFTER,
                OidcSettings.Claims.COMMON,
                hosts);
        return new RelyingParty(settings, new HttpWeb(), new Departures(table, new SecureRandom(), clock), clock);
    }

    /** Goes where the browser is sent, signs in there, and comes back. */
    private static Callback answer(Departure departure) throws Exception {
        var query = query(browse(departure.to()));
        return new Callback(
                Optional.ofNullable(query.get("state")),
                Optional.ofNullable(query.get("code")),
                Optional.ofNullable(query.get("iss")),
                Optional.of(departure.ticket()));
    }

    private static Callback otherTicket(Callback callback) {
        return new Callback(callback.state(), callback.code(), callback.issuer(), Optional.of("another"));
    }

    private static Callback otherIssuer(Callback callback) {
        return new Callback(callback.state(), callback.code(), Optional.of("https://other.example"), callback.ticket());
    }

    private static Callback otherCode(Callback callback) {
        return new Callback(callback.state(), Optional.of("another"), callback.issuer(), callback.ticket());
    }

    private static URI browse(URI uri) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
            assertThat(response.statusCode()).isEqualTo(302);
            return URI.create(response.headers().firstValue("Location").orElseThrow());
        }
    }

    private static Map<String, String> query(URI uri) {
        return Arrays.stream(uri.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
