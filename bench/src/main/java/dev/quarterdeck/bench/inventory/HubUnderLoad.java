package dev.quarterdeck.bench.inventory;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.history.Published;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.InProcess;
import dev.quarterdeck.local.hub.LocalHub;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** A hub of this company, asked through its edge with authorization and audit as always. */
final class HubUnderLoad {
    private static final int ROUNDS = 15;
    private static final int CLIENTS = 64;
    private static final String PAGE = "/api/resources?limit=50&sort=name&facets=type,region&filter=";
    private static final List<String> READS = List.of(
            PAGE + "type%20%3D%20ec2%3Ainstance%20and%20region%20%3D%20eu-west-1",
            PAGE + "tags.team%20%3D%20payments%20and%20public%20%3D%20yes",
            "/api/find?q=10.20.30.40",
            "/api/find?q=payments-00042",
            "/api/changes");

    private final Workplace workplace;
    private final TypeCatalog types;

    HubUnderLoad(Workplace workplace, TypeCatalog types) {
        this.workplace = workplace;
        this.types = types;
    }

    void measure() throws Exception {
        try (LocalHub hub = Workplace.open(workplace.home(), types)) {
            var client = new HubClient(new InProcess(hub, () -> {}));
            ask(client, "a read of a hub of a million", READS);
            again(hub);
            ask(client, "the same after one in a hundred changed", READS);
            Instant before = Clock.systemUTC().instant();
            again(hub);
            ask(
                    client,
                    "as of before the last look",
                    READS.stream()
                            .filter(read -> !read.contains("changes"))
                            .map(read -> read + "&at=" + before)
                            .toList());
            together(client);
            System.out.printf("%nmost memory: %,d MB%n", Memory.most());
        }
    }

    private static void ask(HubClient client, String what, List<String> reads) throws Exception {
        System.out.printf("%n| %s | first ms | ms p50 | ms p99 | CPU ms p50 |%n|---|---:|---:|---:|---:|%n", what);
        for (String read : reads) {
            var first = Took.of(1, () -> client.get(read));
            var took = Took.of(ROUNDS, () -> client.get(read));
            System.out.printf(
                    "| `%s` | %.0f | %.0f | %.0f | %.0f |%n",
                    read, first.wall(50), took.wall(50), took.wall(99), took.processor(50));
        }
    }

    private int looks = 1;

    private void again(LocalHub hub) throws Exception {
        var published = new ArrayList<Published>();
        var took = Took.of(1, () -> published.addAll(workplace.look(hub, looks++)));
        long changes = published.stream().mapToLong(Published::total).sum();
        long bytes = published.stream()
                .flatMap(one -> one.generation().told().changes().stream())
                .mapToLong(segment -> segment.size())
                .sum();
        System.out.printf(
                "%na look at everything: %.0f s of processor time, %,d changes of %.0f bytes each%n",
                took.processor(50) / 1e3, changes, (double) bytes / Math.max(1, changes));
    }

    private static void together(HubClient client) throws Exception {
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Took>> clients = IntStream.range(0, CLIENTS)
                    .<Callable<Took>>mapToObj(_ -> () -> Took.of(5, () -> client.get(READS.getFirst())))
                    .toList();
            var wall = new ArrayList<Double>();
            var all = new Took();
            all.once(() -> {
                for (Future<Took> one : threads.invokeAll(clients)) {
                    wall.addAll(one.get().wall());
                }
            });
            System.out.printf(
                    "%n%d clients at once, a list each: p50 %.0f ms, p99 %.0f ms, %.0f a second%n",
                    CLIENTS, Took.percentile(wall, 50), Took.percentile(wall, 99), wall.size() * 1e3 / all.wall(50));
        }
    }
}
