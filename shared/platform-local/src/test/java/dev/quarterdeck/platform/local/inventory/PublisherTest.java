package dev.quarterdeck.platform.local.inventory;

import static dev.quarterdeck.platform.local.inventory.Town.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.facts.Remembered;
import dev.quarterdeck.collect.history.AccountRecollection;
import dev.quarterdeck.collect.history.Publisher;
import dev.quarterdeck.collect.scan.Recollection;
import dev.quarterdeck.collect.segments.Lines;
import dev.quarterdeck.collect.segments.Segment;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.Published;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.local.inventory.Town.House;
import dev.quarterdeck.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What scans make of what is known: every change is told once, and nothing is told that did not happen. */
class PublisherTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final String EAST = "us-east-1";
    private static final String WEST = "eu-west-1";
    private static final Set<String> BOTH = Set.of(EAST, WEST);

    private final TestClock clock = new TestClock(START);

    @AutoClose
    private final Storehouse store;

    private final Town town = new Town();
    private int scans;

    PublisherTest(@TempDir Path folder) {
        store = new Storehouse(folder, clock);
    }

    private List<Look> look(Set<String> regions, Set<String> dark) throws IOException {
        clock.advance(Duration.ofHours(6));
        scans++;
        return town.look(store.objects(), "s" + scans, regions, dark, clock.instant());
    }

    private Published scan(Set<String> regions, Set<String> dark) throws IOException {
        List<Look> looks = look(regions, dark);
        return store.publisher().publish(ACCOUNT, "s" + scans, looks);
    }

    private Published scan() throws IOException {
        return scan(BOTH, Set.of());
    }

    private List<Json.Obj> rows(Generation generation) throws IOException {
        var rows = new ArrayList<Json.Obj>();
        Snapshot.of(generation, store.objects()).rows(_ -> true, (_, row) -> rows.add(row.json()));
        return rows;
    }

    private Map<String, String> paints(Generation generation) throws IOException {
        var paints = new TreeMap<String, String>();
        for (Json.Obj row : rows(generation)) {
            Fields fields = Fields.of(row);
            paints.put(
                    fields.text("region") + "/" + fields.text("name"),
                    fields.object("config").text("Paint"));
        }
        return paints;
    }

    private List<Fields> changes(Published published) throws IOException {
        var changes = new ArrayList<Fields>();
        Optional<SegmentRef> told = published.generation().told().changes();
        if (told.isPresent()) {
            Segment.open(store.objects(), told.get()).rows(_ -> true, (_, row) -> changes.add(Fields.of(row.json())));
        }
        return changes;
    }

    private List<String> kinds(Published published) throws IOException {
        return changes(published).stream()
                .map(change -> change.text("kind") + " " + change.text("name"))
                .sorted()
                .toList();
    }

    private Json.Obj row(Generation generation, String id) throws IOException {
        return rows(generation).stream()
                .filter(row -> Fields.of(row).text("name").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstLookTellsWhatIsThereAndNoChange() throws IOException {
        town.build(EAST, "one", "red").build(WEST, "two", "blue");

        Published first = scan();

        assertThat(paints(first.generation()))
                .containsExactly(Map.entry(WEST + "/two", "blue"), Map.entry(EAST + "/one", "red"));
        assertThat(first.changes()).isEmpty();
        assertThat(store.generations().live(ACCOUNT)).contains(first.generation());
    }

    @Test
    void whatIsAsItWasIsNotWrittenAgain() throws IOException {
        town.build(EAST, "one", "red");
        Published first = scan();

        Published second = scan();

        assertThat(second.generation().segments()).isEqualTo(first.generation().segments());
        assertThat(kinds(second)).isEmpty();
        var coverage = new ArrayList<String>();
        Lines.read(
                store.objects(),
                second.generation().told().coverage(),
                row -> coverage.add(Fields.of(row).text("seen_at")));
        assertThat(coverage).containsOnly(clock.instant().toString());
    }

    @Test
    void aChangeIsToldFieldByFieldWithItsInterval() throws IOException {
        town.build(EAST, "one", "red");
        scan();
        scan();
        Instant before = clock.instant();
        town.build(EAST, "one", "green");

        Published third = scan();

        assertThat(changes(third)).singleElement().satisfies(change -> {
            assertThat(change.text("kind")).isEqualTo("changed");
            assertThat(change.instant("at_from")).isEqualTo(before);
            assertThat(change.instant("at_to")).isEqualTo(clock.instant());
            assertThat(change.text("scan_id")).isEqualTo("s3");
            assertThat(change.objects("fields")).singleElement().satisfies(field -> {
                assertThat(field.text("path")).isEqualTo("Paint");
                assertThat(field.text("old")).isEqualTo("red");
                assertThat(field.text("new")).isEqualTo("green");
            });
        });
        Fields row = Fields.of(row(third.generation(), "one"));
        assertThat(row.instant("first_seen")).isEqualTo(START.plus(Duration.ofHours(6)));
        assertThat(row.instant("changed_at")).isEqualTo(clock.instant());
    }

    @Test
    void oneLookInVainDoesNotDelete() throws IOException {
        town.build(EAST, "one", "red").build(EAST, "two", "blue");
        scan();
        Instant lastSeen = clock.instant();
        town.tearDown(EAST, "one");

        Published missed = scan();
        Instant missing = clock.instant();
        Published gone = scan();

        assertThat(kinds(missed)).isEmpty();
        assertThat(Fields.of(row(missed.generation(), "one")).instant("missing_since"))
                .isEqualTo(missing);
        assertThat(kinds(gone)).containsExactly("deleted one");
        assertThat(changes(gone).getFirst().instant("at_from")).isEqualTo(lastSeen);
        assertThat(changes(gone).getFirst().instant("at_to")).isEqualTo(missing);
        assertThat(paints(gone.generation())).containsOnlyKeys(EAST + "/two");
    }

    @Test
    void whatWasMissedOnceAndIsSeenAgainNeverChanged() throws IOException {
        town.build(EAST, "one", "red");
        scan();
        town.tearDown(EAST, "one");
        scan();
        town.build(EAST, "one", "red");

        Published back = scan();

        assertThat(kinds(back)).isEmpty();
        assertThat(row(back.generation(), "one").get("missing_since")).isEmpty();
    }

    @Test
    void whereNobodyLooksNothingIsDeleted() throws IOException {
        town.build(EAST, "one", "red").build(WEST, "two", "blue");
        scan();
        town.tearDown(EAST, "one").tearDown(WEST, "two");

        scan(BOTH, Set.of(EAST));
        scan(BOTH, Set.of(EAST));
        Published third = scan(Set.of(WEST), Set.of());

        assertThat(paints(third.generation())).containsOnlyKeys(EAST + "/one");
    }

    @Test
    void whereNobodyHadLookedNothingIsCreated() throws IOException {
        town.build(EAST, "one", "red").build(WEST, "two", "blue");
        scan(Set.of(EAST), Set.of());

        Published wider = scan();
        town.build(WEST, "three", "white");
        Published later = scan();

        assertThat(kinds(wider)).isEmpty();
        assertThat(paints(wider.generation())).hasSize(2);
        assertThat(kinds(later)).containsExactly("created three");
    }

    @Test
    void whatComesBackAfterItWasDeletedReappears() throws IOException {
        town.build(EAST, "one", "red");
        scan();
        town.tearDown(EAST, "one");
        scan();
        scan();
        town.build(EAST, "one", "red");

        assertThat(kinds(scan())).containsExactly("reappeared one");
    }

    @Test
    void anotherOneOfTheSameNameIsReMadeAtTheFirstLook() throws IOException {
        town.put(new House(EAST, "one", "first", "red", Optional.empty()));
        scan();
        town.put(new House(EAST, "one", "second", "green", Optional.empty()));

        Published second = scan();

        assertThat(kinds(second)).containsExactly("deleted one", "re-made one");
        assertThat(paints(second.generation())).containsExactly(Map.entry(EAST + "/one", "green"));
    }

    @Test
    void oneThatWasMadeAfterItWasLastSeenIsReMade() throws IOException {
        town.put(new House(EAST, "one", "", "red", Optional.of(START)));
        scan();
        town.put(new House(EAST, "one", "", "red", Optional.of(clock.instant().plusSeconds(60))));

        assertThat(kinds(scan())).containsExactly("re-made one");
    }

    /** As texts, 14:00:00Z comes after 14:00:00.437Z. */
    @Test
    void oneThatWasMadeInTheSecondOfTheFirstLookIsTheSameOne() throws IOException {
        town.put(new House(EAST, "one", "", "red", Optional.of(START.plus(Duration.ofHours(6)))));
        clock.advance(Duration.ofMillis(437));
        scan();
        town.put(new House(EAST, "one", "", "blue", Optional.of(START.plus(Duration.ofHours(6)))));

        assertThat(kinds(scan())).containsExactly("changed one");
    }

    @Test
    void theSameLooksAreNoSecondLook() throws IOException {
        town.build(EAST, "one", "red");
        scan();
        town.tearDown(EAST, "one");
        List<Look> looks = look(BOTH, Set.of());

        store.publisher().publish(ACCOUNT, "s2", looks);
        Generation once = store.generations().live(ACCOUNT).orElseThrow();
        Published again = store.publisher().publish(ACCOUNT, "s2", looks);

        assertThat(again.generation()).isEqualTo(once);
        assertThat(paints(again.generation())).containsOnlyKeys(EAST + "/one");
    }

    @Test
    void ofTwoThatPublishAtOnceNoneIsLost() throws IOException {
        town.build(EAST, "one", "red");
        scan();
        town.build(EAST, "two", "blue");
        List<Look> early = look(Set.of(EAST), Set.of());
        town.build(WEST, "three", "white");
        List<Look> late = look(Set.of(WEST), Set.of());
        Meanwhile.Deed overtaking = () -> store.publisher().publish(ACCOUNT, "late", late);
        Publisher overtaken = store.publisher(new Meanwhile(store.objects(), overtaking.at(1), Meanwhile.Deed.NOTHING));

        Published last = overtaken.publish(ACCOUNT, "early", early);

        assertThat(paints(last.generation()).values()).containsExactly("white", "red", "blue");
        assertThat(kinds(last)).containsExactly("created two");
    }

    @Test
    void aLaterScanRemembersWhatListsToldAndWhereTheyToldNothing() throws IOException {
        town.build(EAST, "one", "red");
        Recollection memory = AccountRecollection.of(scan().generation(), store.objects());

        Remembered one =
                memory.resource(town.house(EAST, "one").orElseThrow().uid()).orElseThrow();

        assertThat(one.listed()).isEqualTo("list of one");
        assertThat(Fields.of(one.config()).text("Paint")).isEqualTo("red");
        assertThat(memory.resource(new Town()
                        .build(EAST, "two", "")
                        .house(EAST, "two")
                        .orElseThrow()
                        .uid()))
                .isEmpty();
        assertThat(memory.listed(new Coverage.Area(ACCOUNT.value(), EAST, Optional.of(Town.INSTANCE))))
                .contains(new Recollection.Listed(clock.instant(), false));
        assertThat(memory.listed(new Coverage.Area(ACCOUNT.value(), WEST, Optional.of(Town.INSTANCE))))
                .contains(new Recollection.Listed(clock.instant(), true));
    }

    @Test
    void aLaterScanRemembersNothingOfWhereNobodyCouldLook() throws IOException {
        scan(BOTH, Set.of(WEST));
        Recollection memory =
                AccountRecollection.of(store.generations().live(ACCOUNT).orElseThrow(), store.objects());

        assertThat(memory.listed(new Coverage.Area(ACCOUNT.value(), WEST, Optional.of(Town.INSTANCE))))
                .isEmpty();
    }

    @Test
    void edgesOfWhatWasNotLookedAtStay() throws IOException {
        town.build(EAST, "one", "red").build(WEST, "two", "blue");
        scan();
        town.build(EAST, "three", "green").tearDown(WEST, "two");

        Published second = scan(Set.of(EAST), Set.of());

        var from = new HashSet<String>();
        Lines.read(
                store.objects(),
                second.generation().told().edges(),
                edge -> from.add(Fields.of(edge).text("from_uid")));
        assertThat(from).hasSize(3);
    }

    /** Whatever happens, after two quiet scans what is known is what is there, and every state on the way can be read. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsKnownFollowsWhatIs(long seed) throws IOException {
        var random = new Random(seed);
        var published = new HashMap<Instant, Map<String, String>>();
        for (int round = 0; round < 20; round++) {
            happen(random);
            Set<String> dark = random.nextInt(4) == 0 ? Set.of(random.nextBoolean() ? EAST : WEST) : Set.of();
            Published next = scan(random.nextInt(5) == 0 ? Set.of(EAST) : BOTH, dark);
            published.put(
                    next.generation().at(),
                    paints(store.generations().live(ACCOUNT).orElseThrow()));
        }
        scan();
        scan();

        var there = new TreeMap<String, String>();
        town.houses().forEach((place, house) -> there.put(place, house.paint()));
        assertThat(paints(store.generations().live(ACCOUNT).orElseThrow())).isEqualTo(there);
        for (var then : published.entrySet()) {
            assertThat(paints(store.generations().at(ACCOUNT, then.getKey()).orElseThrow()))
                    .isEqualTo(then.getValue());
        }
    }

    private void happen(Random random) {
        for (int i = 0; i < 6; i++) {
            String region = random.nextBoolean() ? EAST : WEST;
            String id = "h" + random.nextInt(20);
            switch (random.nextInt(4)) {
                case 0 -> town.tearDown(region, id);
                case 1 -> town.put(new House(region, id, "n" + random.nextInt(3), "grey", Optional.empty()));
                default -> town.build(region, id, "paint" + random.nextInt(5));
            }
        }
    }
}
