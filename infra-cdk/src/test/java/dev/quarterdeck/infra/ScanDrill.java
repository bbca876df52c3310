package dev.quarterdeck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.collect.history.SegmentFacts;
import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.query.hub.Questions;
import dev.quarterdeck.testkit.journey.Cloud;
import dev.quarterdeck.testkit.journey.HttpHand;
import dev.quarterdeck.testkit.journey.Owner;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An account is scanned by the deployed hub: its API begins it, its state machine orders it, its functions read and publish.
 * What it knows then is what a hub on one machine knows after the same scan.
 */
final class ScanDrill {
    /** The configuration's hash stays: it leaves out what changes by being looked at, such as when a role was last used. */
    private static final Set<String> OF_THE_MOMENT = Set.of(
            "config",
            "scan_id",
            "looked_at",
            "looked",
            "first_seen",
            "last_seen",
            "changed_at",
            "seen_at",
            "at",
            "next_due");

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final EmulatedAccount hub;
    private final Cloud accounts;
    private final AccountId account;
    private final ScanScope scope;

    ScanDrill(EmulatedAccount hub, Cloud accounts, AccountId account) {
        this.hub = hub;
        this.accounts = accounts;
        this.account = account;
        this.scope = ScanScope.from(Fields.of(new Members()
                .put("accounts", List.of(account.value()))
                .put("regions", List.of(Cloud.REGION))
                .json()));
    }

    void run(HttpHand ana, Path home) throws InterruptedException {
        accounts.asOwner(account, ScanDrill::build);
        scan(ana, () -> hub.call("quarterdeck-upkeep:live", "{}"));
        var asking = new AskingDrill(ana);
        holdToHome(home, asking);
        asking.holdToItsBounds();
        asking.holdVisibilityTo(30);

        accounts.asOwner(account, owner -> visibility(owner, 60));
        hub.follow(true);
        scan(ana, () -> {}); // the table's stream tells the dispatcher of it
        hub.follow(false);
        Fields queue = items(ana, "/api/find?q=orders").getFirst();
        String uid = queue.text("uid");
        assertThat(Fields.of(ana.get("/api/resources/" + uid))
                        .object("config")
                        .object("Attributes")
                        .text("VisibilityTimeout"))
                .isEqualTo("60");
        assertThat(items(ana, "/api/resources/%s/changes".formatted(uid)))
                .extracting(change -> change.text("kind"))
                .containsExactly("changed");
        asking.holdVisibilityTo(60); // by the same process, which has to see that there is another generation
    }

    private static void build(Owner owner) {
        String key = owner.ask("kms", "CreateKey", Map.of("Description", "orders"))
                .object("KeyMetadata")
                .text("KeyId");
        owner.ask(
                "sqs",
                "CreateQueue",
                Map.of("QueueName", "orders", "Attributes", Map.of("KmsMasterKeyId", key, "VisibilityTimeout", "30")));
        owner.ask("sns", "CreateTopic", Map.of("Name", "orders-news"));
    }

    private static void visibility(Owner owner, int seconds) {
        String url =
                owner.ask("sqs", "GetQueueUrl", Map.of("QueueName", "orders")).text("QueueUrl");
        owner.ask(
                "sqs",
                "SetQueueAttributes",
                Map.of("QueueUrl", url, "Attributes", Map.of("VisibilityTimeout", Integer.toString(seconds))));
    }

    /** The upkeep or the dispatcher brings the wish to the state machine; neither is called by itself here. */
    private void scan(HttpHand ana, Runnable delivery) throws InterruptedException {
        String id = Fields.of(ana.post("/api/scans", scope.json())).text("scan_id");
        delivery.run();
        cancelAllBut(id, ana);
        long end = System.nanoTime() + LIMIT.toNanos();
        Fields scan = Fields.of(ana.get("/api/scans/" + id));
        while (isOpen(scan) && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(200)); // between looks at a server that tells nobody
            scan = Fields.of(ana.get("/api/scans/" + id));
        }
        assertThat(scan.text("status")).as(scan.json().text()).isEqualTo("done");
        assertThat(scan.object("counts").whole("failed")).as(scan.json().text()).isZero();
    }

    /** The hub itself wants to scan a new account, in every region: that would take long here, and is the same work. */
    private static void cancelAllBut(String id, HttpHand ana) {
        items(ana, "/api/scans").stream()
                .filter(scan -> isOpen(scan) && !scan.text("scan_id").equals(id))
                .forEach(scan -> ana.post("/api/scans/%s/cancel".formatted(scan.text("scan_id"))));
    }

    private static boolean isOpen(Fields scan) {
        return Set.of("waiting", "running").contains(scan.text("status"));
    }

    private void holdToHome(Path folder, AskingDrill asking) {
        Account known = new Accounts(hub.table()).find(account).orElseThrow();
        try (var home = new HomeScan(accounts, folder)) {
            Facts here = home.of(known, scope);
            Facts there = new SegmentFacts(new Generations(hub.table()), hub.objects());

            assertThat(rows(there)).hasSizeGreaterThan(10).containsExactlyElementsOf(rows(here));
            assertThat(edges(there)).isNotEmpty().containsExactlyElementsOf(edges(here));
            assertThat(coverage(there)).hasSizeGreaterThan(50).containsExactlyElementsOf(coverage(here));
            var words = new CatalogWords(() -> accounts.types);
            try (Questions questions = home.questions(words)) {
                asking.holdTo(questions, words);
            }
        }
    }

    private List<String> rows(Facts facts) {
        var rows = new ArrayList<Json.Obj>();
        facts.of(account, Optional.empty()).orElseThrow().resources(rows::add);
        return lasting(rows);
    }

    private List<String> edges(Facts facts) {
        var edges = new ArrayList<Json.Obj>();
        facts.of(account, Optional.empty()).orElseThrow().edges(edges::add);
        return lasting(edges);
    }

    private List<String> coverage(Facts facts) {
        return lasting(facts.of(account, Optional.empty()).orElseThrow().coverage());
    }

    /** Without what each look says anew, in an order that means nothing. */
    private static List<String> lasting(List<Json.Obj> rows) {
        return rows.stream()
                .map(row -> {
                    var members = new Members();
                    row.members().forEach((name, value) -> {
                        if (!OF_THE_MOMENT.contains(name)) {
                            members.put(name, value);
                        }
                    });
                    return members.json().text();
                })
                .sorted()
                .toList();
    }

    private static List<Fields> items(HttpHand ana, String path) {
        return Fields.of(ana.get(path)).objects("items");
    }
}
