package dev.quarterdeck.local.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.edge.hub.HubApi;
import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.inventory.find.Finder;
import dev.quarterdeck.inventory.find.Known;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.demo.Demo;
import dev.quarterdeck.local.demo.Estate;
import dev.quarterdeck.local.demo.Stage;
import dev.quarterdeck.platform.local.Home;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found by index among the demo's facts, at its first look and at its last, is what is found by reading all of them. */
class DemoIndexTest {
    private static final int EACH = 160;

    @TempDir
    private Path folder;

    private record Whole(List<AccountFacts> accounts) implements Known {
        @Override
        public void resources(Consumer<Json.Obj> taker) {
            accounts.forEach(account -> account.resources(taker));
        }

        @Override
        public void edges(Consumer<Json.Obj> taker) {
            accounts.forEach(account -> account.edges(taker));
        }
    }

    /** Nothing is read from front to back but for parts of names. */
    private record Indexed(List<AccountFacts> accounts) implements Known {
        @Override
        public void resources(Consumer<Json.Obj> taker) {
            accounts.forEach(account -> account.resources(taker));
        }

        @Override
        public void edges(Consumer<Json.Obj> taker) {
            throw new AssertionError("edges are found by their ends");
        }

        @Override
        public void bearing(Set<String> words, Consumer<Json.Obj> taker) {
            accounts.forEach(account -> account.bearing(words, taker));
        }

        @Override
        public void resources(Collection<Uid> wanted, Consumer<Json.Obj> taker) {
            accounts.forEach(account -> account.resources(wanted, taker));
        }

        @Override
        public void edges(Ends ends, Consumer<Json.Obj> taker) {
            accounts.forEach(account -> account.edges(ends, taker));
        }
    }

    @Test
    void findsWhatReadingEverythingFinds() {
        List<Instant> looks;
        try (Demo demo = Demo.begin(
                Stage.in(Optional.of(folder.resolve("demo"))), new HubApi.Build("test", "test"), 0, _ -> {})) {
            looks = demo.looks();
        }
        try (Workspace workspace = Workspace.open(new Home(folder.resolve("demo")), Clock.systemUTC())) {
            Stream.of(looks.getFirst(), looks.getLast())
                    .forEach(look -> same(accounts(workspace, look.plusSeconds(60))));
        }
    }

    private static List<AccountFacts> accounts(Workspace workspace, Instant at) {
        return Estate.MEMBERS.stream()
                .map(member ->
                        workspace.facts().of(member.id(), Optional.of(at)).orElseThrow())
                .toList();
    }

    private static void same(List<AccountFacts> accounts) {
        List<String> questions = questions(accounts);
        assertThat(questions).hasSizeGreaterThan(15);
        for (String wanted : questions) {
            assertThat(Finder.in(new Indexed(accounts)).find(wanted))
                    .as(wanted)
                    .isEqualTo(Finder.in(new Whole(accounts)).find(wanted));
        }
    }

    /** By what some of the resources are called, and what nearly everything or nothing is. */
    private static List<String> questions(List<AccountFacts> accounts) {
        var rows = new ArrayList<Json.Obj>();
        accounts.forEach(account -> account.resources(rows::add));
        Stream<String> names = IntStream.iterate(0, number -> number < rows.size(), number -> number + EACH)
                .mapToObj(number -> Fields.of(rows.get(number)))
                .flatMap(DemoIndexTest::names);
        return Stream.concat(names, Stream.of("10.0.0.0/8", "10.20.0.0/16", "0.0.0.0/0", "owner", "nothing-like-it"))
                .distinct()
                .toList();
    }

    private static Stream<String> names(Fields row) {
        return Stream.of(
                        Stream.of("uid", "arn", "native_id", "name").flatMap(column -> row.maybeText(column).stream()),
                        row.objects("identifiers").stream().map(one -> one.text("value")),
                        row.map("tags").entrySet().stream().map(tag -> tag.getKey() + "=" + tag.getValue()))
                .flatMap(some -> some);
    }
}
