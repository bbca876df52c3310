package dev.quarterdeck.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59,          94287082, 46119246, 90693936",
        "1111111109,  07081804, 68084774, 25091201",
        "1111111111,  14050471, 67062674, 99943326",
        "1234567890,  89005924, 91819424, 93441116",
        "2000000000,  69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void agreesWithTheStandardsVectors(long time, String sha1, String sha256, String sha512) {
        assertThat(new Totp("HmacSHA1", 8).at(secret(20), time / 30)).isEqualTo(sha1);
        assertThat(new Totp("HmacSHA256", 8).at(secret(32), time / 30)).isEqualTo(sha256);
        assertThat(new Totp("HmacSHA512", 8).at(secret(64), time / 30)).isEqualTo(sha512);
    }

    @Test
    void acceptsACodeAStepEarlyOrLateAndOnlyOnce() {
        var now = Instant.ofEpochSecond(3000);
        String code = Totp.COMMON.at(SECRET, 100);

        assertThat(Totp.COMMON.accept(SECRET, code, now, 99)).isEqualTo(OptionalLong.of(100));
        assertThat(Totp.COMMON.accept(SECRET, code, now.plusSeconds(30), 99)).isEqualTo(OptionalLong.of(100));
        assertThat(Totp.COMMON.accept(SECRET, code, now.minusSeconds(30), 0)).isEqualTo(OptionalLong.of(100));
        assertThat(Totp.COMMON.accept(SECRET, code, now.plusSeconds(60), 0)).isEmpty();
        assertThat(Totp.COMMON.accept(SECRET, code, now, 100)).isEmpty();
        assertThat(Totp.COMMON.accept(SECRET, "", now, 0)).isEmpty();
    }

    private static byte[] secret(int length) {
        return "1234567890".repeat(7).substring(0, length).getBytes(StandardCharsets.US_ASCII);
    }
}
