package dev.quarterdeck.bench.inventory;

import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.history.Published;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.InProcess;
import dev.quarterdeck.local.hub.LocalHub;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A hub of this company, asked through its edge with authorization and audit as always, now and at earlier instants. */
final class HubUnderLoad {
    static final String PAGE = "/api/resources?limit=50&sort=name&facets=type,region&filter=";
    static final List<String> LISTS = List.of(
            PAGE + "type%20%3D%20ec2%3Ainstance%20and%20region%20%3D%20eu-west-1",
            PAGE + "tags.team%20%3D%20payments%20and%20public%20%3D%20yes");
    static final String NAMED = "/api/find?q=payments-00042";
    /** What nobody bears is looked for in everything. */
    private static final String NOBODY = "/api/find?q=nobody-bears-this";

    private static final int ROUNDS = 15;
    private static final int LOOKS = 3;
    private static final int MOST_MEMORY = 1024;

    private final Workplace workplace;
    private final TypeCatalog types;
    private int looks;

    HubUnderLoad(Workplace workplace, TypeCatalog types) {
        this.workplace = workplace;
        this.types = types;
    }

    /** {@code accounts}: of how many of them there are further looks, each with a hundredth of their resources changed. */
    void measure(int accounts) throws Exception {
        try (LocalHub hub = Workplace.open(workplace.home(), types)) {
            var client = new HubClient(new InProcess(hub, () -> {}));
            String one = "/api/resources/" + uid(client);
            ask(
                    client,
                    "now",
                    Stream.concat(LISTS.stream(), Stream.of(NAMED, one)).toList());
            var nobody = Took.of(1, () -> client.get(NOBODY));
            System.out.printf("%n`%s`: %.1f s of processor time%n", NOBODY, nobody.processor(50) / 1e3);
            List<Instant> instants = new ArrayList<>();
            for (int i = 0; i < LOOKS; i++) {
                instants.add(Clock.systemUTC().instant());
                again(hub, accounts);
            }
            ask(client, "now, after what was published", LISTS);
            ask(client, "one generation back", at(instants.getLast(), one));
            ask(client, "three generations back", at(instants.getFirst(), one));
            Instant now = Clock.systemUTC().instant();
            String before = now.minus(Duration.ofDays(7)).toString();
            ask(
                    client,
                    "what differs",
                    List.of(
                            "/api/diff?from=%s&to=%s".formatted(instants.getLast(), now),
                            "/api/diff?from=%s&to=%s".formatted(instants.getFirst(), now),
                            "/api/changes?since=" + before));
            System.out.printf(
                    "%nmost memory, heap and native: %,d MB: %s < 1,024%n",
                    Memory.most(), Memory.most() < MOST_MEMORY ? "PASS" : "MISS");
        }
    }

    private static String uid(HubClient client) {
        Fields list = client.get("/api/resources?limit=1").fields();
        return list.objects("items").getFirst().text("uid");
    }

    private static List<String> at(Instant instant, String one) {
        return Stream.concat(
                        Stream.of(LISTS.getFirst(), NAMED).map(read -> read + "&at=" + instant),
                        Stream.of(one + "?at=" + instant))
                .toList();
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

    private void again(LocalHub hub, int accounts) throws Exception {
        looks++;
        Path objects = workplace.home().objects();
        long before = Workplace.size(objects);
        var published = new ArrayList<Published>();
        var took = Took.of(1, () -> published.addAll(workplace.look(hub, looks, accounts)));
        long changes = published.stream().mapToLong(Published::total).sum();
        long told = published.stream()
                .flatMap(one -> one.generation().told().changes().stream())
                .mapToLong(segment -> segment.size())
                .sum();
        long rows = published.stream()
                .mapToLong(one -> one.generation().segments().getLast().size())
                .sum();
        long looked = Workplace.size(objects.resolve("looks"));
        System.out.printf(
                "%na look at %,d resources: %.1f s of processor time; %,d changes: of each %.0f bytes what changed, %.0f its new row,"
                        + " %.0f in all that is kept (%,d MB of looks go after a week)%n",
                (long) accounts * workplace.company().resourcesInEach(),
                took.processor(50) / 1e3,
                changes,
                (double) told / Math.max(1, changes),
                (double) rows / Math.max(1, changes),
                (double) (Workplace.size(objects) - before - lookedIn(published, objects)) / Math.max(1, changes),
                looked >> 20);
    }

    /** What the looks themselves take, which nothing names once they are published. */
    private static long lookedIn(List<Published> published, Path objects) throws Exception {
        long bytes = 0;
        for (String scan : published.stream()
                .map(one -> one.generation().told().source().scan())
                .distinct()
                .toList()) {
            bytes += Workplace.size(objects.resolve("looks").resolve(scan));
        }
        return bytes;
    }
}
