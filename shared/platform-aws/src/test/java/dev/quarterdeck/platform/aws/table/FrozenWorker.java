package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.inventory.scanning.CellReader;
import dev.quarterdeck.inventory.scanning.CellState.Outcome;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanQueue;
import dev.quarterdeck.inventory.scanning.Scans;
import dev.quarterdeck.inventory.scanning.Slot;
import dev.quarterdeck.inventory.scanning.Watch;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.function.LongSupplier;

/** A worker at a hub's table; as a process of its own it reads a cell for as long as nobody tells it to go on. */
final class FrozenWorker {
    static final ScanId SCAN = new ScanId("nightly");
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration SHIFT = Duration.ofHours(2);

    private FrozenWorker() {}

    static Slot slot(Table table, CellReader reader, LongSupplier nanos) {
        var surroundings = new Slot.Surroundings(reader, _ -> () -> {}, new Watch(LEASE, nanos), Clock.systemUTC());
        return new Slot(new ScanQueue(table, new Random(1)), new Scans(table, Clock.systemUTC()), surroundings);
    }

    static int work(Slot slot) throws InterruptedException {
        return slot.work(SCAN, SHIFT);
    }

    /** With the emulator's address. */
    public static void main(String[] args) throws InterruptedException {
        var told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        CellReader reader = (lease, _) -> {
            System.out.println("reading " + lease.cell());
            try {
                told.readLine();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Outcome.Read(Json.of("late"));
        };
        try (var client = Emulated.client(URI.create(args[0]))) {
            var table = new DynamoDbTable(client, Emulated.NAME, Clock.systemUTC());
            System.out.println("read " + work(slot(table, reader, System::nanoTime)));
        }
    }
}
