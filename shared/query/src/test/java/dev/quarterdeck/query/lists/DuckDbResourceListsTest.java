package dev.quarterdeck.query.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.Order;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.inventory.asking.RowSource;
import dev.quarterdeck.inventory.asking.Sheet;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Kind;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.engine.Fragment;
import dev.quarterdeck.query.engine.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DuckDbResourceListsTest {
    private static final Field UID = new Field.Column("uid", Kind.Plain.TEXT);
    private static final Field NAME = new Field.Column("name", Kind.Plain.TEXT);
    private static final Field CREATED = new Field.Column("created_at", Kind.Plain.TIME);
    private static final Field COST = new Field.Column("cost_30d", Kind.Plain.MONEY);
    private static final Field ANYTHING = new Field.Config(List.of("A"));
    private static final Sight EVERYTHING = new Sight.Everything();

    private static final List<Json.Obj> ROWS = new RandomRows(new Random(7)).resources(100);
    private static final Estate ESTATE = new Estate(ROWS, List.of(), List.of());
    private static final Projection PROJECTION = new Projection(Engine.open("256MB", 1));

    @AfterAll
    static void close() {
        PROJECTION.close();
    }

    private static ListRequest.Shape sorted(Order... orders) {
        return new ListRequest.Shape(List.of(UID), List.of(orders), List.of());
    }

    private static Listing list(ListRequest.Shape shape, Sight sight, ListRequest.Page page) {
        return new DuckDbResourceLists(PROJECTION, ESTATE)
                .list(new ListRequest(Filter.ALL, ListRequest.When.now(Instant.EPOCH), sight, shape, page));
    }

    private static Stream<ListRequest.Shape> orders() {
        return Stream.of(
                sorted(),
                sorted(new Order(NAME, false)),
                sorted(new Order(CREATED, true)),
                sorted(new Order(COST, true), new Order(NAME, true)),
                sorted(new Order(ANYTHING, false)),
                sorted(new Order(ANYTHING, true), new Order(new Field.Tag("A"), false)));
    }

    /** Many share a value, and many have none. */
    @ParameterizedTest
    @MethodSource("orders")
    void pagesTogetherAreTheWholeList(ListRequest.Shape shape) {
        List<Json.Obj> whole = list(shape, EVERYTHING, new ListRequest.Page(1_000, Position.START, true))
                .rows();
        var paged = new ArrayList<Json.Obj>();
        Optional<Position> next = Optional.of(Position.START);
        while (next.isPresent()) {
            Listing page = list(shape, EVERYTHING, new ListRequest.Page(7, next.get(), true));
            paged.addAll(page.rows());
            next = page.next();
        }

        assertThat(whole).hasSize(100).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void whatHasNoValueComesLastEitherWay() {
        for (boolean descending : List.of(true, false)) {
            var shape = new ListRequest.Shape(List.of(COST), List.of(new Order(COST, descending)), List.of());
            List<Boolean> present =
                    list(shape, EVERYTHING, new ListRequest.Page(1_000, Position.START, true)).rows().stream()
                            .map(row -> !row.get("cost_30d").equals(Optional.of(Json.Null.VALUE)))
                            .toList();
            assertThat(present.lastIndexOf(true)).isLessThan(present.indexOf(false));
        }
    }

    @Test
    void facetsCountEveryRowOnce() {
        Field account = new Field.Column("account_id", Kind.Plain.TEXT);
        Listing listing = list(
                new ListRequest.Shape(List.of(UID), List.of(), List.of(account)),
                EVERYTHING,
                new ListRequest.Page(1, Position.START, true));

        var counted = new HashMap<Json, Long>();
        ROWS.forEach(row -> counted.merge(row.get("account_id").orElseThrow(), 1L, Long::sum));
        assertThat(listing.whole().facets().get("account_id"))
                .hasSize(2)
                .allSatisfy(facet -> assertThat(facet.count()).isEqualTo(counted.get(facet.value())));
    }

    @Test
    void whomOneMayNotSeeIsNeitherListedNorCounted() {
        var one = new Sight.Accounts(Set.of(new AccountId("111122223333")));
        Listing listing = list(sorted(), one, new ListRequest.Page(1_000, Position.START, true));

        long seen = ROWS.stream()
                .filter(row -> row.get("account_id").equals(Optional.of(Json.of("111122223333"))))
                .count();
        assertThat(listing.rows()).hasSize((int) seen);
        assertThat(listing.whole().count().number()).isEqualTo(seen);
        assertThat(list(sorted(), new Sight.Accounts(Set.of()), new ListRequest.Page(10, Position.START, true))
                        .rows())
                .isEmpty();
    }

    @Test
    void aLongListIsCountedOnlySoFar() {
        try (var projection = new Projection(Engine.open("512MB", 1))) {
            var lists = new DuckDbResourceLists(projection, new Moving(10_050));
            assertThat(count(lists, false)).hasToString("10,000+");
            assertThat(count(lists, true)).hasToString("10,050");
        }
    }

    @Test
    void rowsAreReadAgainWhenTheirStampMoves() {
        var source = new Moving(3);
        try (var projection = new Projection(Engine.open("256MB", 1))) {
            var lists = new DuckDbResourceLists(projection, source);
            assertThat(count(lists, true).number()).isEqualTo(3);

            source.rows = 5;
            assertThat(count(lists, true).number()).as("the stamp did not move").isEqualTo(3);

            source.stamp = "2";
            assertThat(count(lists, true).number()).isEqualTo(5);
        }
    }

    @Test
    void whoReadsGoesOnWithWhatTheyBeganWith(@TempDir Path folder) {
        var source = new Moving(3);
        try (var projection = new Projection(Engine.beside(folder.resolve("rows.db"), "256MB", 1));
                Engine before = projection.of(source)) {
            source.rows = 5;
            source.stamp = "2";
            try (Engine after = projection.of(source)) {
                assertThat(rows(before)).isEqualTo(3);
                assertThat(rows(after)).isEqualTo(5);
            }
        }
    }

    /** Each time it is asked, some more is read. */
    @Test
    void whoHasNoPatienceIsToldHowFarItIs() {
        var source = new Moving(40_000);
        source.parts = Set.of("a", "b", "c");
        try (var projection = new Projection(Engine.open("512MB", 1), new Patience(Duration.ZERO))) {
            assertThatExceptionOfType(FailureException.class)
                    .isThrownBy(() -> projection.of(source))
                    .satisfies(told -> assertThat(told.failure())
                            .isEqualTo(new Failure.Unavailable(
                                    "the inventory is being read, of 3 accounts 1 so far: ask again")));
            assertThatExceptionOfType(FailureException.class).isThrownBy(() -> projection.of(source));
            try (Engine whole = projection.of(source)) {
                assertThat(rows(whole)).isEqualTo(120_000);
            }
        }
    }

    private static long rows(Engine engine) {
        return engine.ask(Fragment.of("SELECT count(*) FROM resources"), answer -> {
            answer.next();
            return answer.number(1);
        });
    }

    private static Listing.Count count(DuckDbResourceLists lists, boolean exact) {
        return lists.list(new ListRequest(
                        Filter.ALL,
                        ListRequest.When.now(Instant.EPOCH),
                        EVERYTHING,
                        sorted(),
                        new ListRequest.Page(1, Position.START, exact)))
                .whole()
                .count();
    }

    /** So many rows, at a stamp that is moved by hand. */
    private static final class Moving implements RowSource {
        private int rows;
        private String stamp = "1";
        private Set<String> parts = Set.of("part");

        Moving(int rows) {
            this.rows = rows;
        }

        @Override
        public Map<String, String> stamps() {
            return parts.stream().collect(Collectors.toMap(Function.identity(), _ -> stamp));
        }

        @Override
        public void rows(String part, Sheet sheet, Consumer<Json.Obj> sink) {
            for (int i = 0; sheet == Sheet.RESOURCES && i < rows; i++) {
                sink.accept(Json.Obj.EMPTY.with("uid", Json.of("r" + i)));
            }
        }
    }
}
