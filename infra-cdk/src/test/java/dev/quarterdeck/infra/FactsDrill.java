package dev.quarterdeck.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.collect.history.Publisher;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.JsonBytes;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.testkit.journey.HttpHand;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts that were published into the deployed table and bucket are what the deployed API answers with. */
final class FactsDrill {
    private static final ResourceType QUEUE = new ResourceType("AWS::SQS::Queue");

    private final EmulatedAccount hub;
    private final AccountId account;
    private final Uid uid;

    FactsDrill(EmulatedAccount hub, AccountId account) {
        this.hub = hub;
        this.account = account;
        this.uid = Uid.of(new Uid.Parts("aws", account.value(), "us-east-1", QUEUE, "orders", ""));
    }

    void run(HttpHand ana) throws IOException {
        publish("first", 30);
        publish("second", 60);

        Fields orders = Fields.of(ana.get("/api/resources/" + uid));
        assertThat(orders.text("name")).isEqualTo("orders");
        assertThat(orders.object("config").whole("VisibilityTimeout")).isEqualTo(60);
        assertThat(items(ana, "/api/find?q=" + uid))
                .extracting(item -> item.text("uid"))
                .containsExactly(uid.toString());
        assertThat(items(ana, "/api/coverage"))
                .extracting(item -> item.text("status") + " " + item.whole("count"))
                .containsExactly("looked 1");
        assertThat(items(ana, "/api/changes"))
                .extracting(item -> item.text("kind"))
                .containsExactly("changed"); // what was there at first sight is no change
    }

    private static List<Fields> items(HttpHand ana, String path) {
        return Fields.of(ana.get(path)).objects("items");
    }

    private void publish(String scan, long timeout) throws IOException {
        Instant now = Instant.now();
        Objects objects = hub.objects();
        try (var writer = new LookWriter(objects, Look.folder(scan), Map.of())) {
            writer.resource(orders(timeout, now));
            var area = new Coverage.Area(account.value(), "us-east-1", Optional.of(QUEUE));
            writer.coverage(new Coverage(area, Coverage.Status.LOOKED, Coverage.Reason.NONE, 1, now));
            new Publisher(new Generations(hub.table()), objects, TypeCatalog::shipped, Clock.systemUTC())
                    .publish(account, scan, writer.finish());
        }
    }

    private Resource orders(long timeout, Instant now) {
        Json.Obj config = new Members().put("VisibilityTimeout", timeout).json();
        return new Resource(
                new Resource.Identity(
                        uid,
                        QUEUE,
                        new Resource.Place("aws", account, "us-east-1"),
                        "orders",
                        Optional.empty(),
                        "orders"),
                new Resource.Traits(
                        Origin.CUSTOMER,
                        Optional.empty(),
                        new Resource.Exposure(Tri.NO, Tri.UNKNOWN),
                        new LinkedHashMap<>(),
                        Optional.empty(),
                        new Resource.Details(Optional.empty(), Optional.empty(), Optional.empty(), List.of())),
                new Resource.Looked(now, new LinkedHashMap<>(), new LinkedHashMap<>(), Optional.empty(), new Resource.Versions("1", "1")),
                config,
                Digest.hex(new JsonBytes(64).canonical(config)));
    }
}
