package dev.quarterdeck.platform.local.inventory;

import static dev.quarterdeck.platform.local.inventory.Town.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.collect.history.Mending;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.Published;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of an object on the disk, nobody is told what is not so, and the next scan sets it right. */
class DamageTest {
    private static final String EAST = "us-east-1";
    private static final int FLIPS = 12;

    private final TestClock clock = new TestClock(Instant.parse("2026-11-23T08:00:00Z"));

    @AutoClose
    private final Storehouse store;

    private final Town town = new Town();
    private final Random random = new Random(7);
    private int scans;

    DamageTest(@TempDir Path folder) {
        store = new Storehouse(folder, clock);
        for (int i = 0; i < 30; i++) {
            town.build(EAST, "house-" + i, "red");
        }
    }

    private List<Look> look() throws IOException {
        clock.advance(Duration.ofHours(6));
        scans++;
        return town.look(store.objects(), "s" + scans, Set.of(EAST), Set.of(), clock.instant());
    }

    private Published scan() throws IOException {
        List<Look> looks = look();
        return store.publisher().publish(ACCOUNT, "s" + scans, looks);
    }

    private Generation live() {
        return store.generations().live(ACCOUNT).orElseThrow();
    }

    private AccountFacts facts() {
        return store.facts().of(ACCOUNT, Optional.empty()).orElseThrow();
    }

    /** All that is told of the account. */
    private record Told(Set<Json.Obj> rows, Set<Json.Obj> edges, List<Json.Obj> coverage) {
        static Told of(AccountFacts facts) {
            var rows = new HashSet<Json.Obj>();
            var edges = new HashSet<Json.Obj>();
            facts.resources(rows::add);
            facts.edges(edges::add);
            return new Told(rows, edges, facts.coverage());
        }

        Map<String, String> paints() {
            var paints = new TreeMap<String, String>();
            rows.forEach(row -> paints.put(
                    Fields.of(row).text("name"), Fields.of(row).object("config").text("Paint")));
            return paints;
        }

        List<String> coverage(String column) {
            return coverage.stream().map(row -> Fields.of(row).text(column)).toList();
        }
    }

    private Map<String, String> there() {
        var paints = new TreeMap<String, String>();
        town.houses().values().forEach(house -> paints.put(house.id(), house.paint()));
        return paints;
    }

    private static List<ObjectName> objectsOf(Generation generation) {
        return Stream.concat(
                        generation.segments().stream().map(SegmentRef::name),
                        Stream.of(generation.told().edges(), generation.told().coverage()))
                .toList();
    }

    private Path file(ObjectName name) {
        return store.folder().resolve(name.value());
    }

    private void flip(ObjectName name) throws IOException {
        byte[] bytes = Files.readAllBytes(file(name));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Files.write(file(name), bytes);
    }

    private void cut(ObjectName name, double part) throws IOException {
        byte[] bytes = Files.readAllBytes(file(name));
        Files.write(file(name), Arrays.copyOf(bytes, (int) (bytes.length * part)));
    }

    private void paintSome() {
        for (int i = 0; i < 2; i++) {
            town.build(EAST, "house-" + random.nextInt(30), "paint-" + random.nextInt(1000));
        }
    }

    private void someHistory() throws IOException {
        scan();
        for (int i = 0; i < 2; i++) {
            paintSome();
            scan();
        }
    }

    /** What somebody does to a file. */
    private interface Harm {
        void to(ObjectName name) throws IOException;
    }

    private List<Harm> harms() {
        var harms = new ArrayList<Harm>(List.of(
                name -> cut(name, 0),
                name -> cut(name, 0.5),
                name -> cut(name, 0.99),
                name -> Files.delete(file(name))));
        for (int i = 0; i < FLIPS; i++) {
            harms.add(this::flip);
        }
        return harms;
    }

    @Test
    void noDamagedObjectEverTellsAnythingElse() throws IOException {
        someHistory();
        Told truth = Told.of(facts());
        int found = 0;
        for (ObjectName name : objectsOf(live())) {
            byte[] whole = Files.readAllBytes(file(name));
            for (Harm harm : harms()) {
                harm.to(name);
                AccountFacts facts = facts();
                if (facts.damage().isPresent()) {
                    assertThat(facts.damage().get()).contains(ACCOUNT.value(), name.value());
                    Told told = Told.of(facts);
                    assertThat(told.rows()).isEmpty();
                    assertThat(told.edges()).isEmpty();
                    assertThat(told.coverage("status")).containsExactly("failed");
                    assertThat(told.coverage("reason").getFirst()).contains(name.value());
                    found++;
                } else {
                    assertThat(Told.of(facts)).isEqualTo(truth);
                }
                Files.write(file(name), whole);
            }
        }
        assertThat(found)
                .as("only a segment's frame head says nothing")
                .isGreaterThan(objectsOf(live()).size() * FLIPS);
        assertThat(Told.of(facts())).isEqualTo(truth);
    }

    @Test
    void whatIsDamagedWhileItIsReadIsSaidAndThenTold() throws IOException {
        someHistory();
        var facts = store.facts();
        AccountFacts opened = facts.of(ACCOUNT, Optional.empty()).orElseThrow();
        ObjectName base = live().segments().getFirst().name();
        cut(base, 0.1);

        assertThatThrownBy(() -> opened.resources(_ -> {}))
                .isInstanceOf(FailureException.class)
                .hasMessageContaining(ACCOUNT.value())
                .hasMessageContaining(base.value());

        assertThat(facts.of(ACCOUNT, Optional.empty()).orElseThrow().damage()).isPresent();
    }

    @Test
    void changesThatAreDamagedAreNotTakenForNone() throws IOException {
        scan();
        paintSome();
        Generation changed = scan().generation();
        assertThat(store.facts().changes(changed)).isPresent();
        cut(changed.told().changes().orElseThrow().name(), 0.99);

        assertThat(store.facts().changes(changed)).isEmpty();
    }

    @Test
    void theLastStateThatIsWholeCountsAgainAndCoverageSaysSo() throws IOException {
        someHistory();
        Told before = Told.of(facts());
        town.build(EAST, "house-3", "gold");
        ObjectName delta = scan().generation().segments().getLast().name();
        cut(delta, 0.5);

        Optional<ObjectName> lost = new Mending(store.generations(), store.objects(), clock).mend(ACCOUNT);

        assertThat(lost).contains(delta);
        Told told = Told.of(facts());
        assertThat(told.rows()).isEqualTo(before.rows());
        assertThat(told.edges()).isEqualTo(before.edges());
        assertThat(told.coverage("status")).containsOnly("stale");
        assertThat(told.coverage("reason").getFirst()).contains(delta.value(), "scan the account again");
        Published next = scan();
        assertThat(Told.of(facts()).paints()).isEqualTo(there());
        assertThat(Told.of(facts()).coverage("status")).containsOnly("looked");
        assertThat(next.total()).as("house-3 is gold, told once more").isEqualTo(1);
    }

    @Test
    void whereNothingIsWholeTheNextScanBeginsAnewAndTellsNoChange() throws IOException {
        someHistory();
        cut(live().segments().getFirst().name(), 0.5);

        Published next = scan();

        assertThat(next.changes()).isEmpty();
        assertThat(Told.of(facts()).paints()).isEqualTo(there());
        assertThat(Told.of(facts()).coverage("status")).containsOnly("looked");
    }

    @Test
    void whatIsWholeIsNotMended() throws IOException {
        someHistory();
        Generation live = live();

        assertThat(new Mending(store.generations(), store.objects(), clock).mend(ACCOUNT))
                .isEmpty();

        assertThat(live()).isEqualTo(live);
    }

    @Test
    void aDamagedLookIsRefusedAndChangesNothing() throws IOException {
        someHistory();
        Generation live = live();
        Look look = look().getFirst();
        cut(look.rows().name(), 0.5);

        assertThatThrownBy(() -> store.publisher().publish(ACCOUNT, "s" + scans, List.of(look)))
                .isInstanceOf(DamagedObjectException.class)
                .hasMessageContaining(look.rows().name().value());

        assertThat(live()).isEqualTo(live);
    }

    /** Whatever is damaged and when, two quiet scans later what is known is what is there. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsKnownIsWhatIsThereInTheEnd(long seed) throws IOException {
        random.setSeed(seed);
        for (int round = 0; round < 15; round++) {
            paintSome();
            if (random.nextBoolean()) {
                town.tearDown(EAST, "house-" + random.nextInt(30));
            }
            scan();
            List<ObjectName> names = objectsOf(live());
            if (random.nextInt(3) == 0) {
                harms().get(random.nextInt(FLIPS)).to(names.get(random.nextInt(names.size())));
            }
        }
        scan();
        scan();

        assertThat(Told.of(facts()).paints()).isEqualTo(there());
    }
}
