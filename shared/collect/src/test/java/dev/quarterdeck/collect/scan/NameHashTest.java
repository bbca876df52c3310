package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.scan.NameHash.Bits;
import org.junit.jupiter.api.Test;

class NameHashTest {
    /** The reference's own vectors: the key is the bytes 0 to 15, the text the bytes from 0 on. */
    @Test
    void isSipHashWith128Bits() {
        var hash = new NameHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);

        assertThat(hash.of(new byte[0])).isEqualTo(new Bits(0xe6a825ba047f81a3L, 0x930255c71472f66dL));
        assertThat(hash.of(new byte[] {0})).isEqualTo(new Bits(0x44af996bd8c187daL, 0x45fc229b11597634L));
    }

    @Test
    void tellsTextsApartByEveryByteAndByTheirLength() {
        var hash = new NameHash(1, 2);

        assertThat(hash.of("12345678")).isNotEqualTo(hash.of("12345679")).isEqualTo(hash.of("12345678"));
        assertThat(hash.of("a\0")).isNotEqualTo(hash.of("a"));
        assertThat(new NameHash(1, 3).of("a")).isNotEqualTo(hash.of("a"));
    }
}
