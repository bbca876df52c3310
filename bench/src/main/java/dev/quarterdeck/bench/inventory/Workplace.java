package dev.quarterdeck.bench.inventory;

import dev.quarterdeck.collect.facts.Redaction;
import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.collect.scan.Tallies;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.inventory.history.Published;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Profiles;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.client.InProcess;
import dev.quarterdeck.local.hub.LocalHub;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.ItemSink;
import dev.quarterdeck.wire.JsonSink;
import dev.quarterdeck.wire.Paging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A workspace on the disk, filled by the product's own writer and publisher. */
final class Workplace {
    private final Home home;
    private final Company company;

    Workplace(Path folder, Company company) {
        this.home = new Home(folder);
        this.company = company;
    }

    Home home() {
        return home;
    }

    Company company() {
        return company;
    }

    static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    static LocalHub open(Home home, TypeCatalog types) {
        var nobody = new Nobody();
        var keyring = new Keyring(Map.of(), Profiles.read(Map.of(), home.folder()), nobody, Clock.systemUTC());
        return LocalHub.open(
                home,
                new LocalHub.Surroundings(
                        new HubApi.Build("bench", "bench"),
                        new LocalHub.Aws(
                                nobody,
                                () -> types,
                                keyring,
                                new LocalHub.Means(() -> new Redaction("bench", new byte[32]), new Tallies())),
                        LocalHub.Rules.USUAL,
                        Optional.empty(),
                        Clock.systemUTC()));
    }

    /** Connects the accounts and looks at each of them. */
    void fill(TypeCatalog types) throws IOException {
        try (LocalHub hub = open(home, types)) {
            var console = new HubClient(new InProcess(hub, () -> {}));
            List<Json> accounts = IntStream.range(0, company.accounts())
                    .<Json>mapToObj(this::account)
                    .toList();
            console.post(
                    "/api/aws/accounts/import",
                    new Members().put("accounts", Json.of(accounts)).json());
            look(hub, 0, company.accounts());
        }
    }

    private Json.Obj account(int number) {
        return new Members()
                .put("account_id", company.account(number).value())
                .put("name", "account-" + number)
                .put("environment", number % 4 == 0 ? "production" : "sandbox")
                .put("connection", new Members().put("kind", "profile").put("profile", "nobody"))
                .json();
    }

    /** One look at so many accounts. */
    List<Published> look(LocalHub hub, int look, int accounts) throws IOException {
        Instant now = Clock.systemUTC().instant();
        var published = new ArrayList<Published>();
        for (int i = 0; i < accounts; i++) {
            String scan = "look-%d-%d-%d".formatted(look, i, now.getEpochSecond());
            try (LookWriter writer = hub.intake().begin(scan, Map.of())) {
                company.look(i, look, now, writer);
                published.addAll(hub.intake().publish(scan, writer.finish()));
            }
        }
        return published;
    }

    /** Nothing here asks AWS. */
    private static final class Nobody implements AwsApi {
        @Override
        public Answer call(Call call, JsonSink sink) {
            throw new IllegalStateException("nobody asks AWS: " + call);
        }

        @Override
        public Answer items(Call call, Paging paging, ItemSink sink) {
            throw new IllegalStateException("nobody asks AWS: " + call);
        }
    }
}
