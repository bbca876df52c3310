package dev.quarterdeck.platform.local.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Edge;
import dev.quarterdeck.inventory.Link;
import dev.quarterdeck.inventory.Origin;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.rows.Rows;
import dev.quarterdeck.kernel.Arn;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links between what different looks saw: in another region, in another account, at another time. */
class RelatingTest {
    private static final AccountId SHOP = new AccountId("111122223333");
    private static final AccountId BANK = new AccountId("444455556666");
    private static final ResourceType QUEUE = new ResourceType("AWS::SQS::Queue");
    private static final String EAST = "us-east-1";
    private static final String WEST = "eu-west-1";

    private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));

    @AutoClose
    private final Storehouse store;

    private int looks;

    RelatingTest(@TempDir Path folder) {
        store = new Storehouse(folder, clock);
    }

    /** A queue, and the ARNs of those to which it sends what it could not deliver. */
    private record Queue(AccountId account, String region, String name, List<String> leads) {
        static Queue of(AccountId account, String region, String name, Queue... leads) {
            return new Queue(
                    account,
                    region,
                    name,
                    List.of(leads).stream().map(Queue::arn).toList());
        }

        Uid uid() {
            return Uid.of(new Uid.Parts("aws", account.value(), region, QUEUE, name, ""));
        }

        String arn() {
            return "arn:aws:sqs:%s:%s:%s".formatted(region, account, name);
        }

        Resource at(Instant now) {
            Json.Obj config = new Members()
                    .put("Leads", Json.of(leads.stream().map(Json::of).toList()))
                    .json();
            return new Resource(
                    new Resource.Identity(
                            uid(), QUEUE, new Resource.Place("aws", account, region), name, Optional.of(arn()), name),
                    new Resource.Traits(
                            Origin.CUSTOMER,
                            Optional.empty(),
                            new Resource.Exposure(Tri.NO, Tri.UNKNOWN),
                            new LinkedHashMap<>(),
                            Optional.empty(),
                            new Resource.Details(Optional.empty(), Optional.empty(), Optional.empty(), List.of())),
                    new Resource.Looked(
                            now,
                            new LinkedHashMap<>(),
                            new LinkedHashMap<>(),
                            Optional.empty(),
                            new Resource.Versions("1", "1")),
                    config,
                    Digest.hex(config.canonical()));
        }
    }

    /** Reads one region of an account; what a link leads to elsewhere it cannot know. */
    private Look cell(AccountId account, String region, Queue... there) throws IOException {
        looks++;
        try (var writer = new LookWriter(store.objects(), "scans/" + looks, Map.of())) {
            for (Queue queue : there) {
                writer.resource(queue.at(clock.instant()));
            }
            for (Queue queue : there) {
                queue.leads().forEach(arn -> writer.edge(link(queue, arn)));
            }
            writer.coverage(new Coverage(
                    new Coverage.Area(account.value(), region, Optional.of(QUEUE)),
                    Coverage.Status.LOOKED,
                    Coverage.Reason.NONE,
                    there.length,
                    clock.instant()));
            return writer.finish().getFirst();
        }
    }

    private static Edge link(Queue from, String arn) {
        Arn parts = Arn.parse(arn).orElseThrow();
        var target = new Link.Target(Optional.of(QUEUE), arn, parts.account(), parts.region());
        return new Edge(new Link(from.uid(), "sends-to", target, "Leads[]"), Optional.empty(), parts.account());
    }

    private void scan(Look... cells) throws IOException {
        clock.advance(Duration.ofHours(6));
        store.publisher().publish(cells[0].account(), "s" + looks, List.of(cells));
    }

    private List<Optional<Uid>> ends(AccountId account) throws IOException {
        var ends = new ArrayList<Optional<Uid>>();
        Lines.read(
                store.objects(),
                live(account).told().edges(),
                row -> ends.add(Rows.edge(row).to()));
        return ends;
    }

    private Generation live(AccountId account) {
        return store.generations().live(account).orElseThrow();
    }

    @Test
    void leadsFromOneRegionIntoAnotherThatSomebodyElseRead() throws IOException {
        var dead = Queue.of(SHOP, WEST, "dead");

        scan(cell(SHOP, EAST, Queue.of(SHOP, EAST, "orders", dead)), cell(SHOP, WEST, dead));

        assertThat(ends(SHOP)).containsExactly(Optional.of(dead.uid()));
    }

    @Test
    void leadsToWhatWasSeenAtAnEarlierTimeAndNoMoreWhenItIsGone() throws IOException {
        var dead = Queue.of(SHOP, WEST, "dead");
        scan(cell(SHOP, WEST, dead));

        scan(cell(SHOP, EAST, Queue.of(SHOP, EAST, "orders", dead)));
        assertThat(ends(SHOP)).containsExactly(Optional.of(dead.uid()));

        scan(cell(SHOP, WEST));
        assertThat(ends(SHOP)).as("missing once is not gone").containsExactly(Optional.of(dead.uid()));
        scan(cell(SHOP, WEST));
        assertThat(ends(SHOP)).containsExactly(Optional.empty());
    }

    @Test
    void leadsIntoAnotherAccountOnceBothAreKnown() throws IOException {
        var dead = Queue.of(BANK, WEST, "dead");
        scan(cell(SHOP, EAST, Queue.of(SHOP, EAST, "orders", dead)));
        scan(cell(BANK, WEST, dead));
        assertThat(ends(SHOP)).containsExactly(Optional.empty());

        store.publisher().relate(Set.of(SHOP, BANK));

        assertThat(ends(SHOP)).containsExactly(Optional.of(dead.uid()));
        assertThat(live(BANK).number())
                .as("of which nothing is known otherwise")
                .isEqualTo(1);
    }

    @Test
    void whatWasFoundInAnotherAccountStaysFoundWhenItsOwnIsReadAgain() throws IOException {
        var dead = Queue.of(BANK, WEST, "dead");
        scan(cell(BANK, WEST, dead));
        scan(cell(SHOP, EAST, Queue.of(SHOP, EAST, "orders", dead)));
        store.publisher().relate(Set.of(SHOP));

        scan(cell(SHOP, EAST, Queue.of(SHOP, EAST, "orders", dead), Queue.of(SHOP, EAST, "bills", dead)));

        assertThat(ends(SHOP)).containsExactlyInAnyOrder(Optional.of(dead.uid()), Optional.empty());
        store.publisher().relate(Set.of(SHOP));
        assertThat(ends(SHOP)).containsExactly(Optional.of(dead.uid()), Optional.of(dead.uid()));
    }

    @Test
    void danglesWhenTheOtherAccountHasItNoMore() throws IOException {
        var dead = Queue.of(BANK, WEST, "dead");
        scan(cell(BANK, WEST, dead));
        scan(cell(SHOP, EAST, Queue.of(SHOP, EAST, "orders", dead)));
        store.publisher().relate(Set.of(SHOP));

        scan(cell(BANK, WEST));
        scan(cell(BANK, WEST));
        store.publisher().relate(Set.of(SHOP, BANK));

        assertThat(ends(SHOP)).containsExactly(Optional.empty());
    }

    @Test
    void relatingAgainChangesNothing() throws IOException {
        var dead = Queue.of(BANK, WEST, "dead");
        scan(cell(BANK, WEST, dead));
        scan(cell(SHOP, EAST, Queue.of(SHOP, EAST, "orders", dead)));
        store.publisher().relate(Set.of(SHOP, BANK));
        Generation once = live(SHOP);

        store.publisher().relate(Set.of(SHOP, BANK));

        assertThat(live(SHOP)).isEqualTo(once);
    }
}
