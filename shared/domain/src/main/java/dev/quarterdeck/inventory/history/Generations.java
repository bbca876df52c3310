package dev.quarterdeck.inventory.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/**
 * Which facts of an account count, now and at any instant before. A generation becomes the live one only in place of the
 * one it was made from, so of two scans that publish at once one is refused; who reads keeps the generation it began with.
 */
public final class Generations {
    private static final String LIVE = "LIVE";
    private static final String AT = "AT#";
    private static final String PUBLISHED = "facts-published";
    private static final String EARLIEST = "0";
    private static final String LATEST = "9";

    /** Of most days that one state is kept of, that many had been published. */
    private static final int A_DAY = 5;

    private final Table table;

    @Inject
    public Generations(Table table) {
        this.table = table;
    }

    /** What counts now; nothing for an account that was never scanned. */
    public Optional<Generation> live(AccountId account) {
        return table.get(livePlace(account)).map(row -> read(account, row));
    }

    /** The same of many, in few reads; those that were never scanned are not among them. */
    public Map<AccountId, Generation> live(Collection<AccountId> accounts) {
        var found = new HashMap<AccountId, Generation>();
        accounts.stream().gather(Gatherers.windowFixed(Table.MOST)).forEach(some -> {
            Map<Key, Row> rows =
                    table.get(some.stream().map(Generations::livePlace).toList());
            for (AccountId account : some) {
                Optional.ofNullable(rows.get(livePlace(account)))
                        .ifPresent(row -> found.put(account, read(account, row)));
            }
        });
        return found;
    }

    private static Key livePlace(AccountId account) {
        return new Key(partition(account), LIVE);
    }

    /** What counted then. */
    public Optional<Generation> at(AccountId account, Instant then) {
        return from(Query.of(partition(account))
                        .within(new Query.Range.Between(AT, AT + place(then, Long.MAX_VALUE)))
                        .newestFirst()
                        .limit(A_DAY))
                .filter(Generation::tellsFacts)
                .findFirst();
    }

    /**
     * Makes it the live one, with whatever else belongs to that in the same transaction. {@link Written.Refused} means
     * that another one was published meanwhile, from which it would have to be made.
     */
    public Written publish(Generation next, List<Write> along) {
        var row = new Row(livePlace(next.account()), next.number(), json(next), Map.of(), Optional.empty());
        Condition before = next.number() == 1 ? Condition.ABSENT : new Condition.VersionIs(next.number() - 1);
        var writes = new ArrayList<>(along);
        writes.add(Write.put(row).when(before));
        writes.add(Write.put(published(next)).when(Condition.ABSENT));
        return table.write(writes);
    }

    private static Row published(Generation next) {
        String place = place(next.at(), next.number());
        return new Row(
                new Key(partition(next.account()), AT + place),
                1,
                json(next).with("account", Json.of(next.account().value())),
                Map.of(Index.FIRST, new Key(PUBLISHED, place + "#" + next.account())),
                Optional.empty());
    }

    /** Some generations, and where to go on. */
    public record Some(List<Generation> generations, Optional<Cursor> next) {
        public Some {
            generations = List.copyOf(generations);
        }
    }

    /** What was published in that time, of whichever account, the newest first. */
    public Some published(Optional<Instant> since, Optional<Instant> until, Optional<Cursor> from) {
        var range = new Query.Range.Between(
                since.map(Generations::millis).orElse(EARLIEST),
                until.map(then -> millis(then) + "~").orElse(LATEST));
        return some(Query.of(Index.FIRST, PUBLISHED).within(range).newestFirst(), from);
    }

    /** Every generation that an account has had, the newest first. */
    public Some of(AccountId account, Optional<Cursor> from) {
        return some(whole(account), from);
    }

    /** As {@link #of}, read page by page as they are taken. */
    public Stream<Generation> every(AccountId account) {
        return from(whole(account));
    }

    private Stream<Generation> from(Query query) {
        return Stream.iterate(
                        Optional.of(some(query, Optional.empty())),
                        Optional::isPresent,
                        some -> some.flatMap(Some::next).map(next -> some(query, Optional.of(next))))
                .flatMap(some -> some.stream().flatMap(it -> it.generations().stream()));
    }

    private static Query whole(AccountId account) {
        return Query.of(partition(account))
                .within(new Query.Range.StartsWith(AT))
                .newestFirst();
    }

    private Some some(Query query, Optional<Cursor> from) {
        Page page = table.query(from.map(query::from).orElse(query));
        return new Some(
                page.rows().stream()
                        .map(row -> read(Fields.of(row.data()).text("account", AccountId::new), row))
                        .toList(),
                page.next());
    }

    /** Keeps of a generation only so much. Whoever has read it already goes on with what it read. */
    void keep(Generation generation, Retention.Kept kept) {
        switch (kept) {
            case ALL -> {}
            case CHANGES -> {
                if (generation.tellsFacts()) {
                    table.write(
                            List.of(Write.put(published(generation.thinned())).when(Condition.EXISTS)));
                }
            }
            case NOTHING ->
                table.write(List.of(Write.delete(published(generation).key())));
        }
    }

    /** All rows that an account has here. */
    public static Query all(AccountId account) {
        return Query.of(partition(account));
    }

    private static String partition(AccountId account) {
        return "FACTS#" + account.value();
    }

    /** Sorts by time, and at the same time by number. */
    private static String place(Instant at, long number) {
        return "%s#%019d".formatted(millis(at), number);
    }

    private static String millis(Instant at) {
        return "%015d".formatted(at.toEpochMilli());
    }

    private static Json.Obj json(Generation generation) {
        return new Members()
                .put("number", generation.number())
                .put("at", generation.at())
                .put("scan", generation.told().source().scan())
                .put(
                        "looks",
                        generation.told().source().looks().stream()
                                .map(ObjectName::value)
                                .sorted()
                                .toList())
                .put("coverage", generation.told().coverage().value())
                .put("edges", generation.told().edges().value())
                .put("changes", segments(generation.told().changes().stream()))
                .put("segments", segments(generation.segments().stream()))
                .json();
    }

    private static Json segments(Stream<SegmentRef> segments) {
        return Json.of(segments.<Json>map(SegmentRef::json).toList());
    }

    private static Generation read(AccountId account, Row row) {
        Fields fields = Fields.of(row.data());
        return new Generation(
                account,
                fields.whole("number"),
                fields.instant("at"),
                fields.objects("segments").stream().map(SegmentRef::of).toList(),
                new Generation.Told(
                        new Generation.Source(fields.text("scan"), Set.copyOf(fields.texts("looks", ObjectName::new))),
                        fields.objects("changes").stream().map(SegmentRef::of).findFirst(),
                        fields.text("coverage", ObjectName::new),
                        fields.text("edges", ObjectName::new)));
    }
}
