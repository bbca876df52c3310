package dev.quarterdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Target;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiKeysTest {
    private static final Origin INSIDE = new Origin("r", "10.1.2.3", "test");
    private static final Origin OUTSIDE = new Origin("r", "10.2.2.3", "test");
    private static final Pepper OLD = pepper("p1");
    private static final Pepper NEW = pepper("p2");

    private final Rig rig = new Rig(SessionRules.DEFAULT);
    private final ApiKeys keys = keys("home", new Peppers(OLD, Optional.empty()));
    private final Act ana = rig.access.own(rig.caller(rig.ana()), INSIDE);

    @Test
    void isItsOwnerWithAPartOfTheirRights() {
        var minted = keys.mint(wish(), ana);

        var caller = keys.authenticate(minted.text(), INSIDE).orElseThrow();

        assertThat(caller.user()).isEqualTo(ana.by().user());
        assertThat(caller.means()).isEqualTo(new Means.ApiKey(minted.key().id()));
        assertThat(rig.access.decide(caller, Permission.ACCOUNT_READ, Target.Hub.VALUE))
                .isEqualTo(new Decision.Allowed("first-admin"));
        assertThat(rig.access.decide(caller, Permission.ACCOUNT_DELETE, Target.Hub.VALUE))
                .isEqualTo(new Decision.NotThisWay());
    }

    @Test
    void isToldOnceAndKeptAsAHash() {
        var minted = keys.mint(wish(), ana);

        assertThat(minted.text()).matches("hub_home_[a-z2-7]{16}_[a-z2-7]{59}");
        String secret = minted.text().substring(minted.text().lastIndexOf('_') + 1);
        assertThat(rig.table.rows().toString()).doesNotContain(secret).doesNotContain(secret.substring(0, 52));
        assertThat(minted.toString() + minted.key()).doesNotContain(secret.substring(0, 52));
        assertThat(ApiKeyCodec.encode(minted.key()).text())
                .doesNotContain(minted.key().hash().hmac());
    }

    @Test
    @Tag("B21")
    @DisplayName("B21: a key with a wrong checksum, of another hub, or from a foreign address is denied")
    void refusesWrongKeys() {
        String good = keys.mint(wish(), ana).text();
        String flipped = good.substring(0, good.length() - 1) + (good.endsWith("a") ? "b" : "a");
        var elsewhere = keys("prod", new Peppers(OLD, Optional.empty()));

        assertThat(keys.authenticate(good, INSIDE)).isPresent();
        assertThat(keys.authenticate(flipped, INSIDE)).isEmpty();
        assertThat(keys.authenticate(good, OUTSIDE)).isEmpty();
        assertThat(elsewhere.authenticate(good, INSIDE)).isEmpty();
        assertThat(keys.authenticate("hub_home_x_y", INSIDE)).isEmpty();
        assertThat(keys.authenticate(new KeyText("home", "a".repeat(16), "b".repeat(52)).text(), INSIDE))
                .isEmpty();
    }

    @Test
    @Tag("B21")
    @DisplayName("B21: an expired key is denied")
    void refusesExpiredKeys() {
        String text = keys.mint(wish(), ana).text();

        rig.clock.pass(Duration.ofDays(30).minusSeconds(1));
        assertThat(keys.authenticate(text, INSIDE)).isPresent();
        rig.clock.pass(Duration.ofSeconds(1));
        assertThat(keys.authenticate(text, INSIDE)).isEmpty();
    }

    @Test
    @Tag("B21")
    @DisplayName("B21: a revoked key, and the keys of a disabled user, are denied at once; the denial names no secret")
    void refusesRevokedKeys() {
        var revoked = keys.mint(wish(), ana);
        var orphaned = keys.mint(wish(), ana);

        assertThat(keys.revoke(revoked.key().id(), ana).life().revoked()).contains(rig.clock.instant());
        assertThat(keys.authenticate(revoked.text(), INSIDE)).isEmpty();
        rig.users.enable(ana.by().user().handle(), false, ana);
        assertThat(keys.authenticate(orphaned.text(), INSIDE)).isEmpty();

        String secret = orphaned.text().substring(30);
        assertThat(rig.table.rows().toString()).contains("key.use").doesNotContain(secret);
    }

    @Test
    void livesNinetyDaysAtMostAndCarriesNothingPersonal() {
        var tooLong = new ApiKeys.Wish("ci", wish().grant(), Duration.ofDays(90).plusSeconds(1));
        var minting = new ApiKeys.Wish(
                "ci", new ApiKey.Grant(Set.of(Permission.KEY_MINT), Optional.empty()), Duration.ofDays(1));

        assertThatThrownBy(() -> keys.mint(tooLong, ana)).hasMessageContaining("90 days");
        assertThatThrownBy(() -> keys.mint(minting, ana)).hasMessageContaining("key:mint");
    }

    @Test
    void outlivesAChangeOfPepperOnce() {
        String text = keys.mint(wish(), ana).text();

        assertThat(keys("home", new Peppers(NEW, Optional.of(OLD))).authenticate(text, INSIDE))
                .isPresent();
        assertThat(keys("home", new Peppers(NEW, Optional.empty())).authenticate(text, INSIDE))
                .isEmpty();
    }

    @Test
    void remembersItsLastUseAndIsListed() {
        var minted = keys.mint(wish(), ana);
        rig.clock.pass(Duration.ofMinutes(10));
        keys.authenticate(minted.text(), INSIDE);

        var user = rig.users.find(ana.by().user()).orElseThrow();
        assertThat(keys.of(user, Optional.empty()).keys())
                .isEqualTo(keys.all(Optional.empty()).keys())
                .hasSize(1);
        assertThat(keys.all(Optional.empty()).keys().getFirst())
                .isEqualTo(minted.key().used(rig.clock.instant()));
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.0.0/16, 10.1.255.255, true",
        "10.1.0.0/16, 10.2.0.0, false",
        "10.1.2.3/32, 10.1.2.3, true",
        "0.0.0.0/0, 203.0.113.7, true",
        "0.0.0.0/0, ::1, false",
        "10.1.128.0/17, 10.1.127.255, false",
        "2001:db8::/33, 2001:db8:7fff::1, true",
        "2001:db8::/33, 2001:db8:8000::1, false",
        "10.1.0.0/16, ::ffff:10.1.2.3, true",
        "10.1.0.0/16, not an address, false"
    })
    void rangesOfAddresses(String range, String address, boolean contained) {
        assertThat(new Cidr(range).contains(address)).isEqualTo(contained);
    }

    @ParameterizedTest
    @CsvSource({"10.1.0.0", "10.1.0.0/33", "host.example/16", "10.1.0.0/-1", "10.1.0.0/16/3", "/8"})
    void textsThatAreNoRanges(String text) {
        assertThatThrownBy(() -> new Cidr(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Pepper pepper(String id) {
        return new Pepper(id, new SecretKeySpec(id.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
    }

    private static ApiKeys.Wish wish() {
        var grant = new ApiKey.Grant(Set.of(Permission.ACCOUNT_READ), Optional.of(new Cidr("10.1.0.0/16")));
        return new ApiKeys.Wish("ci", grant, Duration.ofDays(30));
    }

    private ApiKeys keys(String environment, Peppers peppers) {
        var settings = new ApiKeys.Settings(environment, rig.tokens, peppers);
        return new ApiKeys(rig.table, rig.audit, settings, rig.clock);
    }
}
