package dev.quarterdeck.platform.local.inventory;

import static dev.quarterdeck.platform.local.inventory.Town.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.FactObjects;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.Pruning;
import dev.quarterdeck.inventory.history.Retention;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is older than it is kept goes, and nothing that anybody can still ask for. */
class PruningTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final String EAST = "us-east-1";
    private static final Retention RETENTION = new Retention(Duration.ofDays(3), Duration.ofDays(10));

    private final TestClock clock = new TestClock(START);

    @AutoClose
    private final Storehouse store;

    private final Town town = new Town();
    private int scans;

    PruningTest(@TempDir Path folder) {
        store = new Storehouse(folder, clock);
        for (int i = 0; i < 40; i++) {
            town.build(EAST, "house-" + i, "red");
        }
    }

    /** Four looks a day, each of which finds house-0 in another colour. */
    private Generation scan() throws IOException {
        clock.advance(Duration.ofHours(6));
        scans++;
        town.build(EAST, "house-0", "paint-" + scans);
        List<Look> looks = town.look(store.objects(), "s" + scans, Set.of(EAST), Set.of(), clock.instant());
        return store.publisher().publish(ACCOUNT, "s" + scans, looks).generation();
    }

    private void days(int days) throws IOException {
        for (int i = 0; i < days * 4; i++) {
            scan();
        }
    }

    private String prune() {
        return new Pruning(store.generations(), store.objects(), RETENTION, clock)
                .prune(List.of(ACCOUNT))
                .toString();
    }

    private void age(Instant written) throws IOException {
        try (Stream<Path> files = Files.walk(store.folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(written));
            }
        }
    }

    private Set<ObjectName> stored() {
        var names = new HashSet<ObjectName>();
        for (String root : List.of("facts/", "looks/")) {
            store.objects().list(root, Optional.empty()).entries().stream()
                    .map(ObjectListing.Entry::name)
                    .forEach(names::add);
        }
        return names;
    }

    private Optional<String> paint(Instant at) {
        return store.facts().of(ACCOUNT, Optional.of(at)).map(PruningTest::paint);
    }

    private static String paint(AccountFacts facts) {
        assertThat(facts.damage()).isEmpty();
        var paints = new ArrayList<String>();
        facts.resources(row -> {
            if (row.get("name").equals(Optional.of(Json.of("house-0")))) {
                paints.add(Fields.of(row).object("config").text("Paint"));
            }
        });
        facts.edges(_ -> {});
        return paints.getFirst();
    }

    @Test
    void whatIsKeptIsAllOfTheLastDaysThenOneStateADay() throws IOException {
        days(13);
        var before = new TreeMap<Instant, Optional<String>>();
        for (Generation generation : store.generations().every(ACCOUNT).toList()) {
            before.put(generation.at(), paint(generation.at()));
        }
        age(START);

        prune();
        clock.advance(Duration.ofDays(1).minusHours(6));
        scan();
        prune();

        Instant young = clock.instant().minus(RETENTION.all());
        Instant late = clock.instant().minus(RETENTION.daily());
        for (Map.Entry<Instant, Optional<String>> then : before.entrySet()) {
            if (!then.getKey().isBefore(young)) {
                assertThat(paint(then.getKey())).isEqualTo(then.getValue());
            }
        }
        for (Instant at = late; at.isBefore(young); at = at.plus(Duration.ofHours(5))) {
            assertThat(paint(at)).as("something is known of " + at).isPresent();
        }
        Set<ObjectName> named = new HashSet<>();
        store.generations().every(ACCOUNT).flatMap(Generation::objects).forEach(named::add);
        assertThat(stored()).containsAll(named);
        assertThat(stored().size()).as("of 52 scans").isLessThan(220);
        assertThat(store.generations()
                        .every(ACCOUNT)
                        .filter(Generation::tellsFacts)
                        .count())
                .isBetween(18L, 36L);
    }

    /** Looks of several cells a scan, cancelled scans among them: what nothing names goes, and no answer that was promised. */
    @Test
    void whatTheWorkflowsOwnScansLeaveIsWhatIsNamed() throws IOException {
        var scanned = new ScannedTown(store, town, clock);
        town.build("eu-west-1", "cottage", "white");
        var before = new TreeMap<Instant, Optional<String>>();
        for (int i = 0; i < 13 * 4; i++) {
            clock.advance(Duration.ofHours(6));
            town.build(EAST, "house-0", "paint-" + i);
            if (i % 5 == 2) {
                scanned.scanThatIsCancelled();
            } else {
                scanned.scan();
            }
            before.put(clock.instant(), paint(clock.instant()));
        }
        Instant end = clock.instant();
        Instant young = end.plus(Duration.ofHours(26)).minus(RETENTION.all());
        age(START);

        prune();
        clock.advance(Duration.ofHours(26));
        prune();
        age(START);
        prune();

        Set<ObjectName> named = new HashSet<>();
        store.generations().every(ACCOUNT).flatMap(Generation::objects).forEach(named::add);
        assertThat(stored()).isEqualTo(named);
        assertThat(before.tailMap(young)).isNotEmpty();
        before.tailMap(young)
                .forEach((at, was) -> assertThat(paint(at)).as("as of " + at).isEqualTo(was));
        for (Instant at = end.minus(RETENTION.daily()).plus(Duration.ofDays(2));
                at.isBefore(young);
                at = at.plus(Duration.ofHours(5))) {
            assertThat(paint(at)).as("something is known of " + at).isPresent();
        }
        assertThat(store.facts()
                        .changes(store.generations().live(ACCOUNT).orElseThrow())
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void changesAreKeptLongerThanTheFactsTheyAreOf() throws IOException {
        days(5);
        age(START);

        prune();

        List<Generation> thinned = store.generations()
                .every(ACCOUNT)
                .filter(generation -> !generation.tellsFacts())
                .toList();
        assertThat(thinned).isNotEmpty();
        var facts = store.facts();
        prune(); // now their facts go
        for (Generation generation : thinned) {
            assertThat(facts.changes(generation).orElseThrow()).hasSize(1);
        }
    }

    @Test
    void changesGoWithTheLastOfTheDaysThatAreKept() throws IOException {
        days(13);

        prune();

        Instant late = clock.instant().minus(RETENTION.daily());
        assertThat(store.generations()
                        .every(ACCOUNT)
                        .filter(generation -> generation.at().isBefore(late)))
                .as("what counted when the kept time begins")
                .hasSize(1)
                .allMatch(Generation::tellsFacts);
    }

    @Test
    void whoeverReadsWhatGoesHasADayToEnd() throws IOException {
        days(5);
        age(START);
        Instant second = START.plus(Duration.ofHours(12));
        AccountFacts pinned = store.facts().of(ACCOUNT, Optional.of(second)).orElseThrow();
        String before = paint(pinned);

        prune();

        assertThat(paint(pinned)).isEqualTo(before);
        assertThat(store.generations().at(ACCOUNT, second)).isNotEqualTo(Optional.of(pinned.generation()));
    }

    @Test
    void whatAScanUnderWayWroteStays() throws IOException {
        scan();
        List<Look> looks = town.look(store.objects(), "under-way", Set.of(EAST), Set.of(), clock.instant());
        age(clock.instant().minus(Duration.ofDays(6)));

        prune();

        assertThat(store.publisher()
                        .publish(ACCOUNT, "under-way", looks)
                        .generation()
                        .number())
                .isEqualTo(2);
    }

    @Test
    void whatNothingNamesGoesOnceNoScanCanBeUnderWay() throws IOException {
        Generation live = scan();
        town.look(store.objects(), "given-up", Set.of(EAST), Set.of(), clock.instant());
        age(clock.instant().minus(Duration.ofDays(8)));

        assertThat(prune())
                .as("a whole look with its indexes, and the coverage of one that was published")
                .startsWith("6 objects");

        assertThat(stored()).isEqualTo(live.objects().collect(Collectors.toSet()));
        assertThat(paint(clock.instant())).contains("paint-1");
    }

    /** A sweep that ends anywhere leaves everything that counts, and the next one goes on. */
    @Test
    void aPruningThatIsCutOffDoesNoHarm() throws IOException {
        days(11);
        age(START);
        for (int most = 0; most < 40; most += 9) {
            Meanwhile.Deed end = () -> {
                throw new IOException("the process ended");
            };
            var cut = new Meanwhile(store.objects(), Meanwhile.Deed.NOTHING, end.from(most + 1));
            try {
                new Pruning(store.generations(), cut, RETENTION, clock).prune(List.of(ACCOUNT));
            } catch (IllegalStateException _) {
                // as the process would
            }
            Instant late = clock.instant().minus(RETENTION.daily());
            for (Instant at = late; at.isBefore(clock.instant()); at = at.plus(Duration.ofHours(18))) {
                assertThat(paint(at)).isPresent();
            }
        }
    }

    @Test
    void aDeletedAccountLeavesNothing() throws IOException {
        days(1);
        var remains = new FactObjects(store.objects());
        assertThat(remains.count(ACCOUNT)).isEqualTo(stored().size());

        assertThat(remains.clear(ACCOUNT)).isTrue();

        assertThat(stored()).isEmpty();
    }

    @Test
    void aDayOfWhichOneStateIsKeptIsNoYoungerThanOneOfWhichAllAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Retention(Duration.ofDays(2), Duration.ofDays(1)));
    }
}
