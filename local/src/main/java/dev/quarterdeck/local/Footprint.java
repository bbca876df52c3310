package dev.quarterdeck.local;

/**
 * Keeps the memory of a long scan near what is in use. Left alone, the serial collector looks through old memory only once
 * all that the machine offers is taken, and pages that were read long ago pile up until then.
 */
final class Footprint {
    /** Below this nothing is done: less than a collection would give back is no matter. */
    static final long SMALL = 120L << 20;

    private final Heap heap;
    private long bound = SMALL;

    /** What objects take. */
    interface Heap {
        long used();

        void collect();
    }

    Footprint(Heap heap) {
        this.heap = heap;
    }

    static Footprint ofThisProcess() {
        Runtime process = Runtime.getRuntime();
        return new Footprint(new Heap() {
            @Override
            public long used() {
                return process.totalMemory() - process.freeMemory();
            }

            @Override
            public void collect() {
                process.gc();
            }
        });
    }

    /** Collects if a third more is used than was after the last time, so that it costs little however much there is. */
    void look() {
        if (heap.used() > bound) {
            heap.collect();
            bound = Math.max(SMALL, heap.used() / 3 * 4);
        }
    }
}
