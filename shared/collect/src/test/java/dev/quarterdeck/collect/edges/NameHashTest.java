package dev.quarterdeck.collect.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameHashTest {
    private static final String FROM_EIGHT = "\u0908\u0b0a\u0d0c\u0f0e\u1110";

    /** The reference's own vectors: the key is the bytes 0 to 15, what is hashed the bytes from 0 on. */
    @ParameterizedTest
    @CsvSource({
        "0, 61f55862baa9623b, b49714f364e2830f",
        "1, 56691478c30d1100, bafbd0f3d34754c9",
        "5, 8548bf23e4e526a4, 23f7aefe81a44d29",
    })
    void isSipHashWith128Bits(int chars, String high, String low) {
        var hash = new NameHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

        hash.hash(0x0706050403020100L, FROM_EIGHT.substring(0, chars));

        assertThat(hash.high()).isEqualTo(Long.parseUnsignedLong(high, 16));
        assertThat(hash.low()).isEqualTo(Long.parseUnsignedLong(low, 16));
    }

    @Test
    void tellsTextsApartByEveryCharTheirLengthAndTheirPlace() {
        long known = of(1, 2, "12345678");

        assertThat(known).isEqualTo(of(1, 2, "12345678"));
        assertThat(known).isNotEqualTo(of(1, 2, "12345679")).isNotEqualTo(of(1, 3, "12345678"));
        assertThat(of(1, 2, "a\0")).isNotEqualTo(of(1, 2, "a"));
        assertThat(of(2, 2, "a")).isNotEqualTo(of(1, 2, "a"));
    }

    private static long of(long key, long where, String name) {
        var hash = new NameHash(key, 2);
        hash.hash(where, name);
        return hash.high() ^ hash.low();
    }
}
