package dev.quarterdeck.platform.local.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Alteration;
import dev.quarterdeck.inventory.history.Looks;
import dev.quarterdeck.inventory.history.Meaning;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.testkit.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two instants held against each other differ in what their rows differ in, and in nothing else. */
class ComparisonTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");
    private static final int SCANS = 12;
    private static final Looks LOOKS = new Looks(Meaning.PLAIN);

    private final TestClock clock = new TestClock(START);

    @AutoClose
    private final Storehouse store;

    ComparisonTest(@TempDir Path folder) {
        store = new Storehouse(folder, clock);
    }

    private void publish(String scan, Estate estate, Coverage.Status status) throws IOException {
        clock.advance(Duration.ofHours(1));
        try (var writer = new LookWriter(store.objects(), "looks/" + scan, Map.of())) {
            estate.resources(clock.instant()).forEach(writer::resource);
            writer.coverage(new Coverage(
                    new Coverage.Area(Estate.ACCOUNT.value(), Estate.REGION, Optional.of(Town.INSTANCE)),
                    status,
                    Coverage.Reason.NONE,
                    estate.size(),
                    clock.instant()));
            var _ = store.publisher().publish(Estate.ACCOUNT, scan, writer.finish());
        }
    }

    private AccountFacts at(int scan) {
        return store.facts()
                .of(Estate.ACCOUNT, Optional.of(START.plus(Duration.ofHours(scan))))
                .orElseThrow();
    }

    private static Map<String, Json> configs(AccountFacts facts) {
        var configs = new TreeMap<String, Json>();
        facts.resources(
                row -> configs.put(Fields.of(row).text("uid"), row.get("config").orElseThrow()));
        return configs;
    }

    private static List<String> expected(Map<String, Json> before, Map<String, Json> after) {
        var all = new TreeMap<>(before);
        all.putAll(after);
        return all.keySet().stream()
                .filter(uid -> !Optional.ofNullable(before.get(uid)).equals(Optional.ofNullable(after.get(uid))))
                .map(uid ->
                        uid + (before.containsKey(uid) ? after.containsKey(uid) ? " changed" : " deleted" : " created"))
                .toList();
    }

    private List<String> told(AccountFacts before, AccountFacts after, Optional<Uid> from, int most) {
        return store.facts()
                .compare(before, after, LOOKS, from)
                .limit(most)
                .map(ComparisonTest::words)
                .toList();
    }

    private static String words(Alteration alteration) {
        return Fields.of(alteration.row()).text("uid") + " " + alteration.kind();
    }

    /** So many scans make new bases in between. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsWhatRowsDifferIn(long seed) throws IOException {
        var random = new Random(seed);
        var estate = new Estate(random, 60);
        for (int scan = 1; scan <= SCANS; scan++) {
            publish("s" + scan, estate, Coverage.Status.LOOKED);
            estate.change();
        }
        for (int i = 0; i < 10; i++) {
            int from = 1 + random.nextInt(SCANS - 1);
            AccountFacts before = at(from);
            AccountFacts after = at(from + 1 + random.nextInt(SCANS - from));
            List<String> expected = expected(configs(before), configs(after));

            assertThat(told(before, after, Optional.empty(), Integer.MAX_VALUE)).isEqualTo(expected);
            assertThat(paged(before, after)).isEqualTo(expected);
        }
    }

    private List<String> paged(AccountFacts before, AccountFacts after) {
        var all = new ArrayList<String>();
        List<String> page = told(before, after, Optional.empty(), 3);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = told(before, after, Optional.of(uid(page.getLast())), 3);
        }
        return all;
    }

    private static Uid uid(String line) {
        return new Uid(line.substring(0, line.indexOf(' ')));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void whereNotAllHadBeenSeenNothingIsCreated(long seed) throws IOException {
        var estate = new Estate(new Random(seed), 20);
        publish("s1", estate, Coverage.Status.THROTTLED);
        estate.change();
        publish("s2", estate, Coverage.Status.LOOKED);
        Map<String, Json> before = configs(at(1));

        assertThat(configs(at(2))).hasSizeGreaterThan(before.size());
        assertThat(told(at(1), at(2), Optional.empty(), Integer.MAX_VALUE))
                .isEqualTo(expected(before, configs(at(2))).stream()
                        .filter(line -> line.endsWith(" changed"))
                        .toList());
    }
}
