package dev.quarterdeck.bench.table;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/** How fast something is done, again and again, by some threads. */
final class Pace {
    private static final OperatingSystemMXBean PROCESSOR =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Pace() {}

    /** Done once, on a number of a random thing. */
    interface Deed {
        void on(int number) throws Exception;
    }

    /** So many a second, by so many threads for so long, after a third of that to warm up. */
    static double perSecond(int threads, int seconds, int things, Deed deed) throws InterruptedException {
        run(threads, seconds * 1_000_000_000L / 3, things, deed);
        long begun = System.nanoTime();
        long done = run(threads, seconds * 1_000_000_000L, things, deed);
        return done * 1e9 / (System.nanoTime() - begun);
    }

    /** So many for a second of the processor's time, which neighbours on the machine change less. */
    static double perProcessorSecond(int threads, int seconds, int things, Deed deed) throws InterruptedException {
        run(threads, seconds * 1_000_000_000L / 3, things, deed);
        long begun = PROCESSOR.getProcessCpuTime();
        long done = run(threads, seconds * 1_000_000_000L, things, deed);
        return done * 1e9 / (PROCESSOR.getProcessCpuTime() - begun);
    }

    private static long run(int threads, long nanos, int things, Deed deed) throws InterruptedException {
        var done = new LongAdder();
        long end = System.nanoTime() + nanos;
        var all = new ArrayList<Thread>();
        for (int thread = 0; thread < threads; thread++) {
            all.add(Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    once(things, deed);
                    done.increment();
                }
            }));
        }
        for (Thread thread : all) {
            thread.join();
        }
        return done.sum();
    }

    /** The time, in nanoseconds, that 99 of 100 stay below; of so many, after as many to warm up. */
    static long percentile99(int times, int things, Deed deed) {
        for (int i = 0; i < times; i++) {
            once(things, deed);
        }
        var took = new long[times];
        for (int i = 0; i < times; i++) {
            long begun = System.nanoTime();
            once(things, deed);
            took[i] = System.nanoTime() - begun;
        }
        Arrays.sort(took);
        return took[times / 100 * 99];
    }

    private static void once(int things, Deed deed) {
        try {
            deed.on(ThreadLocalRandom.current().nextInt(things));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
