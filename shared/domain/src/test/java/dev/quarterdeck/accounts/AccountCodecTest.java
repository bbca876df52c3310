package dev.quarterdeck.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountCodecTest {
    static Stream<Account> accounts() {
        Account profile = Samples.FRESH.with(new Connection.ByProfile("tidewater prod"));
        Account keys = Samples.FRESH.with(new Connection.ByKeys("AKIAIOSFODNN7EXAMPLE"));
        return Stream.concat(
                Stream.of(Samples.FRESH, Samples.WHOLE, profile, keys),
                IntStream.range(0, 50).mapToObj(Samples::one));
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void readsWhatItWrote(Account account) {
        assertThat(AccountCodec.decode(AccountCodec.encode(account))).isEqualTo(account);
    }

    @Test
    void writesTheWordsOfTheTablesPeopleSee() {
        assertThat(AccountCodec.encode(Samples.FRESH).text()).isEqualTo("""
                        {"account_id":"111122223333","name":"tidewater-prod","environment":"production","tags":{},\
                        "console":{},"partition":"aws","regions_enabled":[],\
                        "connection":{"kind":"role","role_arn":"arn:aws:iam::111122223333:role/quarterdeck-read",\
                        "external_id":"abcdefghijklmnopqrstuvwxyz234567","session_seconds":3600,"act_roles":{}},\
                        "status":"pending","proof":"untried","health":"unknown","health_reasons":[],\
                        "health_since":"2026-11-23T08:00:00Z","missing_actions":{},"act_families":[],\
                        "version":1,"created_at":"2026-11-23T08:00:00Z","changed_at":"2026-11-23T08:00:00Z"}""");
    }

    @Test
    void saysWhereAMemberIsWrong() {
        var json = AccountCodec.encode(Samples.FRESH)
                .with("connection", Json.Obj.EMPTY.with("kind", Json.of("role")).with("role_arn", Json.of("arn:aws")));

        assertThatThrownBy(() -> AccountCodec.decode(json))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        e -> assertThat(e).hasMessageStartingWith("/connection/role_arn must be the ARN"));
    }
}
