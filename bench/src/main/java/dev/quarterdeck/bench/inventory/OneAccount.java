package dev.quarterdeck.bench.inventory;

import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.platform.local.objects.FolderObjects;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** How much memory is taken by writing one account that is as large as a company. */
final class OneAccount {
    private static final int ROWS = 250_000;
    private static final int MOST_BYTES = 400;

    private final Path folder;

    OneAccount(Path folder) {
        this.folder = folder;
    }

    void measure() throws Exception {
        var company = new Company(1, ROWS);
        Path objects = Files.createTempDirectory(folder, "account");
        try (var writer = new LookWriter(FolderObjects.open(objects), "looks/large", Map.of())) {
            long before = live();
            company.look(0, 0, Clock.systemUTC().instant(), writer);
            double each = (double) (live() - before) / ROWS;
            System.out.printf(
                    "one account of %,d resources: %.0f bytes of memory each while it is written: %s ≤ %d%n",
                    ROWS, each, each <= MOST_BYTES ? "PASS" : "MISS", MOST_BYTES);
            var _ = writer.finish();
        }
    }

    @SuppressWarnings("SystemGc") // a figure of what is alive, not of what waits to be collected
    private static long live() {
        System.gc();
        Runtime memory = Runtime.getRuntime();
        return memory.totalMemory() - memory.freeMemory();
    }
}
