package dev.quarterdeck.bench.inventory;

import dev.quarterdeck.bench.api.Line;
import dev.quarterdeck.bench.api.Request;
import dev.quarterdeck.bench.api.Served;
import dev.quarterdeck.bench.api.SignIn;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many clients at once, each over a connection of its own, at a hub that is served in a process of its own. */
final class Clients {
    private static final int CLIENTS = 64;
    private static final int SESSIONS = 20;
    private static final int EACH = 10;
    private static final int MOST_MEMORY = 1024;

    private final Path home;

    Clients(Path home) {
        this.home = home;
    }

    void measure() throws Exception {
        try (Served hub = Served.start(
                Map.of("QUARTERDECK_HOME", home),
                "Ctrl-C",
                "dev.quarterdeck.local.Quarterdeck",
                "serve",
                "--port",
                "0")) {
            List<String> sessions = new SignIn(HttpClient.newHttpClient()).sessions(hub, SESSIONS);
            try (var line = new Line(hub.address())) {
                var first = Took.of(1, () -> line.ask(Request.get(HubUnderLoad.LISTS.getFirst(), sessions.getFirst())));
                System.out.printf("the first list, for which all is read: %.1f s%n", first.wall(50) / 1e3);
            }
            var troubles = new ConcurrentLinkedQueue<IOException>();
            var took = new ConcurrentLinkedQueue<Double>();
            long processor = hub.processor().toMillis();
            var all = new Took();
            all.once(() -> together(hub, sessions, took, troubles));
            List<Double> wall = new ArrayList<>(took);
            long most = Memory.most(hub.process().pid());
            System.out.printf(
                    "%d clients, %,d requests: p50 %.0f ms, p99 %.0f ms, %.0f a second, %.1f ms of the server's processor each%n",
                    CLIENTS,
                    wall.size(),
                    Took.percentile(wall, 50),
                    Took.percentile(wall, 99),
                    wall.size() * 1e3 / all.wall(50),
                    (double) (hub.processor().toMillis() - processor) / Math.max(1, wall.size()));
            System.out.printf(
                    "errors: %d: %s; most memory, heap and native: %,d MB: %s < 1,024%n",
                    troubles.size(),
                    troubles.isEmpty() ? "PASS" : "MISS (%s)".formatted(troubles.peek()),
                    most,
                    most < MOST_MEMORY ? "PASS" : "MISS");
        }
    }

    private static void together(
            Served hub,
            List<String> sessions,
            ConcurrentLinkedQueue<Double> took,
            ConcurrentLinkedQueue<IOException> troubles)
            throws Exception {
        List<String> reads = Stream.of(HubUnderLoad.LISTS, List.of(HubUnderLoad.NAMED, "/api/changes"))
                .flatMap(List::stream)
                .toList();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Boolean>> clients = IntStream.range(0, CLIENTS)
                    .<Callable<Boolean>>mapToObj(client -> () -> {
                        try (var line = new Line(hub.address())) {
                            for (int i = 0; i < EACH; i++) {
                                String read = reads.get((client + i) % reads.size());
                                var once = Took.of(
                                        1, () -> line.ask(Request.get(read, sessions.get(client % sessions.size()))));
                                took.add(once.wall(50));
                            }
                            return true;
                        } catch (IOException e) {
                            return troubles.add(e);
                        }
                    })
                    .toList();
            for (var client : threads.invokeAll(clients)) {
                client.get();
            }
        }
    }
}
