package dev.quarterdeck.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks that a scan beside the hub hands in one by one, in whichever order it saw the accounts. */
class HandedLooksTest {
    private static final String SCAN = "beside-1";
    private static final String SHOP = "111122223333";
    private static final String BANK = "444455556666";

    @TempDir
    private Path folder;

    private ServedAlone hub;

    @BeforeEach
    void serve() throws IOException, InterruptedException {
        hub = new ServedAlone(folder);
        for (String id : List.of(SHOP, BANK)) {
            assertThat(hub.console("POST", "/api/aws/accounts", Optional.of(ServedAlone.account(id)))
                            .statusCode())
                    .isEqualTo(201);
        }
    }

    @AfterEach
    void stop() throws IOException {
        hub.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLinkLeadsToAnAccountThatIsHandedInLater(boolean saysThatMoreFollow) throws IOException, InterruptedException {
        Resource orders = queue(SHOP, "orders");
        Resource dead = queue(BANK, "dead");
        List<Look> looks = seen(orders, dead);

        assertThat(publish(looks.getFirst(), saysThatMoreFollow).statusCode()).isEqualTo(200);
        assertThat(publish(looks.getLast(), false).statusCode()).isEqualTo(200);

        List<Fields> uses = uses(orders);
        assertThat(uses).hasSize(1);
        assertThat(uses.getFirst().maybeText("to_uid"))
                .contains(dead.identity().uid().value());
    }

    private static Resource queue(String account, String name) {
        return Planted.queues(account, Instant.EPOCH, List.of(name)).queue(name);
    }

    private List<Look> seen(Resource from, Resource to) throws IOException {
        try (var writer = hub.intake().begin(SCAN, Map.of())) {
            writer.resource(from);
            writer.resource(to);
            String arn = to.identity().arn().orElseThrow();
            var target = new Link.Target(Optional.empty(), arn, BANK, Planted.REGION);
            var link = new Link(from.identity().uid(), "dead-letters-to", target, "RedrivePolicy");
            writer.edge(new Edge(link, Optional.of(to.identity().uid()), BANK));
            return writer.finish();
        }
    }

    private HttpResponse<String> publish(Look look, boolean more) throws IOException, InterruptedException {
        var seen = new Members().put("scan_id", SCAN).put("look", look.json()).put("more", more);
        return hub.console("POST", "/api/aws/accounts/%s/looks".formatted(look.account()), Optional.of(seen));
    }

    private List<Fields> uses(Resource of) throws IOException, InterruptedException {
        var answer = hub.console(
                "GET", "/api/resources/%s/relations".formatted(of.identity().uid()), Optional.empty());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ServedAlone.body(answer).objects("uses");
    }
}
