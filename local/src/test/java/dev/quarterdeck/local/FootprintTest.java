package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FootprintTest {
    private final FakeHeap heap = new FakeHeap();
    private final Footprint footprint = new Footprint(heap);

    @Test
    void leavesLittleAlone() {
        heap.used = Footprint.SMALL;

        footprint.look();

        assertThat(heap.collections).isZero();
    }

    @Test
    void collectsWhatPilesUp() {
        heap.live = Footprint.SMALL / 2;
        heap.used = Footprint.SMALL + 1;

        footprint.look();
        footprint.look();

        assertThat(heap.collections).isEqualTo(1);
    }

    /** An estate whose links alone take more must not be collected again and again. */
    @Test
    void letsWhatIsInUseGrow() {
        heap.live = 2 * Footprint.SMALL;
        heap.used = heap.live;
        footprint.look();

        heap.used = heap.live / 3 * 4;
        footprint.look();
        assertThat(heap.collections).isEqualTo(1);

        heap.used++;
        footprint.look();
        assertThat(heap.collections).isEqualTo(2);
    }

    private static final class FakeHeap implements Footprint.Heap {
        private long used;
        private long live;
        private int collections;

        @Override
        public long used() {
            return used;
        }

        @Override
        public void collect() {
            collections++;
            used = live;
        }
    }
}
