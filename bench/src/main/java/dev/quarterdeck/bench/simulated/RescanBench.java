package dev.quarterdeck.bench.simulated;

import dev.quarterdeck.bench.Shipped;
import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.scanning.Scan;
import dev.quarterdeck.wire.WireSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Counts what a scan by schedule asks after one resource in a hundred has changed, beside what the first scan asked. */
public final class RescanBench {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private static final double BAR = 1.0 / 15;

    private final Path folder;
    private final TypeCatalog types;
    private final Map<String, Why> whys = new HashMap<>();

    /** What calls are for: a list, many resources at once, one resource, and who one is. */
    private enum Why {
        LIST,
        MANY,
        ONE,
        OTHER
    }

    private RescanBench(Path folder, TypeCatalog types) {
        this.folder = folder;
        this.types = types;
        types.types().forEach(type -> {
            for (Enrichment enrichment : type.enrichments()) {
                whys.put(name(enrichment.ask()), why(enrichment.reach()));
            }
        });
        types.types().forEach(type -> whys.put(name(type.listing().ask()), Why.LIST));
    }

    private static String name(Ask ask) {
        return ask.service() + ":" + ask.operation();
    }

    private static Why why(Enrichment.Reach reach) {
        return switch (reach) {
            case Enrichment.Each _, Enrichment.EachList _ -> Why.ONE;
            case Enrichment.Batch _, Enrichment.Join _ -> Why.MANY;
        };
    }

    /** {@code answers answers-with-many-rows folder}. */
    public static void main(String... arguments) throws Exception {
        var bench = new RescanBench(Files.createDirectories(Path.of(arguments[2])), Shipped.types());
        System.out.println(
                "| estate | scan | calls | lists | of many | of one | other | cold / 15 | ratio | bar ≤ 1/15 |\n"
                        + "|---|---|--:|--:|--:|--:|--:|--:|--:|---|");
        List<Canned> few = Canned.read(Path.of(arguments[0]));
        bench.run(Looked.full(), Canned.read(Path.of(arguments[1])));
        bench.run(Looked.smaller(Estate.Crowd.NONE), few);
        bench.run(Looked.tenth(), few);
    }

    /** What changes is what it was before, and back again. */
    private void run(Looked looked, List<Canned> canned) throws Exception {
        var clock = new Later();
        var hub = new SimulatedHub(
                Files.createTempDirectory(folder, "rescan"),
                looked,
                types,
                WireSettings.standard("bench").withoutLimits(),
                clock);
        hub.connect();
        String clockwork = Scan.SCHEDULE + "six-hourly";
        SortedMap<String, Long> cold = asked(looked, canned, hub, new Wish("first", "manual", false));
        print(looked.name(), "first", cold, cold);
        clock.pass(A_MINUTE);
        print(looked.name(), "a minute later", cold, asked(looked, canned, hub, new Wish("minute", clockwork, true)));
        clock.pass(SIX_HOURS);
        print(looked.name(), "six hours later", cold, asked(looked, canned, hub, new Wish("hours", clockwork, false)));
    }

    /** A scan that is wanted, and how the hundredth of the resources is by then. */
    private record Wish(String scan, String trigger, boolean later) {}

    private static SortedMap<String, Long> asked(Looked looked, List<Canned> canned, SimulatedHub hub, Wish wish)
            throws Exception {
        Meter meter = Meter.patient();
        var aws = new SimulatedAws(looked.estate(), Duration.ZERO, meter, canned);
        if (wish.later) {
            aws.later();
        }
        SimulatedHub.Ran ran = hub.scan(wish.scan, wish.trigger, aws, _ -> {});
        if (!ran.scan().text("status").equals("done") || ran.counts().whole("failed") > 0) {
            throw new IllegalStateException(ran.scan().json().text());
        }
        return meter.operations();
    }

    private void print(String estate, String scan, SortedMap<String, Long> cold, SortedMap<String, Long> calls) {
        var sums = new EnumMap<Why, Long>(Why.class);
        calls.forEach((operation, times) -> sums.merge(whys.getOrDefault(operation, Why.OTHER), times, Long::sum));
        long before = sum(cold);
        long all = sum(calls);
        String bar = all <= before * BAR ? "PASS" : "MISS";
        System.out.printf(
                "| %s | %s | %,d | %,d | %,d | %,d | %,d | %,d | 1/%.1f | %s |%n",
                estate,
                scan,
                all,
                sums.getOrDefault(Why.LIST, 0L),
                sums.getOrDefault(Why.MANY, 0L),
                sums.getOrDefault(Why.ONE, 0L),
                sums.getOrDefault(Why.OTHER, 0L),
                before / 15,
                (double) before / all,
                calls.equals(cold) ? "" : bar);
    }

    private static long sum(SortedMap<String, Long> calls) {
        return calls.values().stream().mapToLong(Long::longValue).sum();
    }
}
