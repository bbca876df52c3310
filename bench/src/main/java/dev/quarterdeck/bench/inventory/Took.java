package dev.quarterdeck.bench.inventory;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What doing something again and again took: milliseconds of the clock and of the processor. */
record Took(List<Double> wall, List<Double> processor) {
    private static final OperatingSystemMXBean PROCESSOR =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    Took() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /** What is measured. */
    interface Deed {
        void run() throws Exception;
    }

    void once(Deed deed) throws Exception {
        long cpu = PROCESSOR.getProcessCpuTime();
        long begun = System.nanoTime();
        deed.run();
        wall.add((System.nanoTime() - begun) / 1e6);
        processor.add((PROCESSOR.getProcessCpuTime() - cpu) / 1e6);
    }

    static Took of(int times, Deed deed) throws Exception {
        var took = new Took();
        for (int i = 0; i < times; i++) {
            took.once(deed);
        }
        return took;
    }

    static double percentile(List<Double> values, int percent) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }

    double processor(int percent) {
        return percentile(processor, percent);
    }

    double wall(int percent) {
        return percentile(wall, percent);
    }
}
