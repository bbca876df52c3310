package dev.quarterdeck.collect.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.Uid;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UidSetTest {
    /** Some differ in their first half alone, so that they want the same place. */
    @Test
    void knowsEachUidThatWasAddedAndNoOther() {
        var random = new Random(11);
        var set = new UidSet();
        var expected = new HashSet<Uid>();
        for (int i = 0; i < 20_000; i++) {
            Uid uid = uid(random.nextInt(3_000), random.nextInt(5));

            assertThat(set.add(uid)).isEqualTo(expected.add(uid));
            assertThat(set.size()).isEqualTo(expected.size());
        }
    }

    private static Uid uid(long high, long low) {
        return Uid.ofBits(ByteBuffer.allocate(16).putLong(high).putLong(low + 1).array());
    }
}
