package dev.quarterdeck.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
    @Test
    void isNotConnectedByAnotherAccountsRole() {
        var foreign = Connection.ByRole.reading(
                RoleArn.of("arn:aws:iam::444455556666:role/quarterdeck-read"), Samples.EXTERNAL_ID);

        assertThatThrownBy(() -> Samples.FRESH.with(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isNotConnectedAcrossPartitions() {
        var foreign = Connection.ByRole.reading(
                RoleArn.of("arn:aws-cn:iam::111122223333:role/quarterdeck-read"), Samples.EXTERNAL_ID);

        assertThatThrownBy(() -> Samples.FRESH.with(foreign)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasItsActRolesInItself() {
        var read = RoleArn.of("arn:aws:iam::111122223333:role/quarterdeck-read");
        var elsewhere = new TreeMap<>(
                Map.of(ActFamily.COMPUTE, RoleArn.of("arn:aws:iam::444455556666:role/quarterdeck-act-compute")));

        assertThatThrownBy(() -> new Connection.ByRole(
                        read, ExternalIds.of(Samples.EXTERNAL_ID), Duration.ofHours(1), elsewhere, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not in account 111122223333");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            arn:aws:iam::444455556666:role/quarterdeck-revoke | is not in account 111122223333
            arn:aws:iam::111122223333:role/break-glass        | must be called quarterdeck-revoke
            """)
    void hasItsRevokerInItselfUnderTheNameThatTheBrokerKnows(String revoker, String why) {
        var read = RoleArn.of("arn:aws:iam::111122223333:role/quarterdeck-read");

        assertThatThrownBy(() -> new Connection.ByRole(
                        read,
                        ExternalIds.of(Samples.EXTERNAL_ID),
                        Duration.ofHours(1),
                        new TreeMap<>(),
                        Optional.of(RoleArn.of(revoker))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 899, 43_201})
    void hasSessionsThatStsCanMake(long seconds) {
        var read = RoleArn.of("arn:aws:iam::111122223333:role/quarterdeck-read");

        assertThatThrownBy(() -> new Connection.ByRole(
                        read,
                        ExternalIds.of(Samples.EXTERNAL_ID),
                        Duration.ofSeconds(seconds),
                        new TreeMap<>(),
                        Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(Long.toString(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " prod", "prod ", "a\nb", "a\u202eb", "a\u200bb"})
    void hasANameThatPeopleCanRead(String name) {
        assertThatThrownBy(() -> Description.named(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://d-1.awsapps.com/start", "javascript:alert(1)", "https://", "https://a@b/start", "x y"})
    void leadsToNothingButHttps(String url) {
        assertThatThrownBy(() -> new Console(Optional.of(url), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasAnExternalIdOf160Bits() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        Stream<String> many =
                IntStream.range(0, 1000).mapToObj(_ -> ExternalId.random(random).value());

        assertThat(many.distinct())
                .hasSize(1000)
                .allSatisfy(id -> assertThat(id).matches("[a-z2-7]{32}"));
    }

    @Test
    void hasAnExternalIdOfItsOwnInAnOrganization() {
        assertThat(ExternalId.of(Samples.EXTERNAL_ID, Samples.PROD_ID))
                .hasToString("abcdefghijklmnopqrstuvwxyz234567.111122223333");
    }
}
