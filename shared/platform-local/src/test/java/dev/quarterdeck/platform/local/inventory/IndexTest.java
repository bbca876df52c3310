package dev.quarterdeck.platform.local.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.history.LookWriter;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.inventory.find.Finder;
import dev.quarterdeck.inventory.find.Found;
import dev.quarterdeck.inventory.find.Known;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.IndexName;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.testkit.TestClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found by an index is what is found by reading everything, at every instant. */
class IndexTest {
    private static final Instant START = Instant.parse("2026-11-23T08:00:00Z");

    private final TestClock clock = new TestClock(START);

    @AutoClose
    private final Storehouse store;

    IndexTest(@TempDir Path folder) {
        store = new Storehouse(folder, clock);
    }

    /** What is read from front to back, whatever indexes there are. */
    private record Whole(AccountFacts facts) implements Known {
        @Override
        public void resources(Consumer<Json.Obj> taker) {
            facts.resources(taker);
        }

        @Override
        public void edges(Consumer<Json.Obj> taker) {
            facts.edges(taker);
        }
    }

    /** What may not be read from front to back, but for parts of names. */
    private record Indexed(AccountFacts facts, boolean whole) implements Known {
        @Override
        public void resources(Consumer<Json.Obj> taker) {
            assertThat(whole).as("may be read from front to back").isTrue();
            facts.resources(taker);
        }

        @Override
        public void edges(Consumer<Json.Obj> taker) {
            throw new AssertionError("edges are found by their ends");
        }

        @Override
        public void bearing(Set<String> words, Consumer<Json.Obj> taker) {
            facts.bearing(words, taker);
        }

        @Override
        public void resources(Collection<Uid> wanted, Consumer<Json.Obj> taker) {
            facts.resources(wanted, taker);
        }

        @Override
        public void edges(Ends ends, Consumer<Json.Obj> taker) {
            facts.edges(ends, taker);
        }
    }

    private Generation publish(String scan, Estate estate) throws IOException {
        clock.advance(Duration.ofHours(1));
        try (var writer = new LookWriter(store.objects(), "looks/" + scan, Map.of())) {
            estate.resources(clock.instant()).forEach(writer::resource);
            estate.edges().forEach(writer::edge);
            writer.coverage(new Coverage(
                    new Coverage.Area(Estate.ACCOUNT.value(), Estate.REGION, Optional.of(Town.INSTANCE)),
                    Coverage.Status.LOOKED,
                    Coverage.Reason.NONE,
                    estate.size(),
                    clock.instant()));
            return store.publisher()
                    .publish(Estate.ACCOUNT, scan, writer.finish())
                    .generation();
        }
    }

    private AccountFacts facts(Instant at) {
        return store.facts().of(Estate.ACCOUNT, Optional.of(at)).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void findsWhatReadingEverythingFinds(long seed) throws IOException {
        var random = new Random(seed);
        var estate = new Estate(random, 50);
        for (int scan = 1; scan <= 4; scan++) {
            publish("s" + scan, estate);
            estate.change();
        }
        for (int hour = 1; hour <= 4; hour++) {
            AccountFacts facts = facts(START.plus(Duration.ofHours(hour)));
            for (String wanted : Stream.concat(estate.questions().stream(), Estate.common().stream())
                    .toList()) {
                assertThat(Finder.in(new Indexed(facts, true)).find(wanted))
                        .as(wanted)
                        .isEqualTo(Finder.in(new Whole(facts)).find(wanted));
            }
        }
    }

    @Test
    void readsNotEverythingForWhatIsCalledSo() throws IOException {
        var estate = new Estate(new Random(7), 60);
        Generation generation = publish("s1", estate);
        AccountFacts facts = facts(generation.at());

        List<String> found = Stream.of(
                        "name-7", "I-7", "10.7.3.7", "10.7.0.0/16", "2001:db8::7", "Owner=team-1", "team-1")
                .filter(wanted -> !Finder.in(new Indexed(facts, false))
                        .find(wanted)
                        .matches()
                        .isEmpty())
                .toList();

        assertThat(found).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.250",
                "203.0.113.0/24",
                "2001:db8:ffff::1",
                "i-0123456789abcdef0",
                "R1ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            })
    void readsNotEverythingToSayThatNothingIsCalledSo(String wanted) throws IOException {
        Generation generation = publish("s1", new Estate(new Random(7), 60));
        var facts = new Indexed(facts(generation.at()), false);

        assertThat(Finder.in(facts).find(wanted).matches()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void withoutItsIndexOrWithADamagedOneItFindsTheSame(boolean gone) throws IOException {
        var estate = new Estate(new Random(9), 60);
        Generation generation = publish("s1", estate);
        List<Found> before = found(generation);
        for (ObjectName name : Stream.concat(
                        generation.segments().stream().map(segment -> segment.name()),
                        Stream.of(generation.told().edges()))
                .map(IndexName::of)
                .toList()) {
            assertThat(store.objects().get(name)).as(name.value()).isPresent();
            store.objects().delete(name);
            if (!gone) {
                store.objects().put(name, new ByteArrayInputStream(new byte[40]));
            }
        }

        assertThat(found(generation)).isEqualTo(before);
    }

    private List<Found> found(Generation generation) {
        var known = new Indexed(facts(generation.at()), true);
        return Stream.of("name-3", "10.3.3.3", "team-2", "ame-1")
                .map(Finder.in(known)::find)
                .toList();
    }
}
