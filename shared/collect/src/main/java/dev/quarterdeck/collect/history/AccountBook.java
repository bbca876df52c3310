package dev.quarterdeck.collect.history;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.edges.NameBook;
import dev.quarterdeck.collect.facts.CatalogMeaning;
import dev.quarterdeck.collect.segments.Entry;
import dev.quarterdeck.collect.segments.RowText;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Look;
import dev.quarterdeck.inventory.history.Looks;
import dev.quarterdeck.inventory.history.Published;
import dev.quarterdeck.inventory.history.SegmentRef;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of an account, and what a scan makes of it. Rows whose prints are as they were are not even read. What
 * was there and was not found where somebody looked is missing at first, and deleted at the second such look.
 */
final class AccountBook implements AutoCloseable {
    private final Objects objects;
    private final AccountId account;
    private final Optional<Generation> live;
    private final Snapshot known;
    private final Ledger ledger;
    private final TypeCatalog catalog;
    private final Looks looks;
    private final List<ObjectName> written = new ArrayList<>();
    private Optional<News> open = Optional.empty();

    private AccountBook(
            Objects objects, AccountId account, Optional<Generation> live, Known known, TypeCatalog catalog) {
        this.objects = objects;
        this.account = account;
        this.live = live;
        this.known = known.snapshot();
        this.ledger = known.ledger();
        this.catalog = catalog;
        this.looks = new Looks(new CatalogMeaning(catalog));
    }

    static AccountBook open(Objects objects, AccountId account, Optional<Generation> live, TypeCatalog catalog)
            throws IOException {
        return new AccountBook(objects, account, live, Known.of(live, objects), catalog);
    }

    /** The generation after these looks, all of it in the store. It counts once it is published. */
    Published next(List<Look> found, Generation.Source source, Instant now) throws IOException {
        for (Look look : found) {
            ledger.look(objects, look.coverage());
        }
        var names = new Names(account, source.scan());
        var news = News.begin(source.scan());
        open = Optional.of(news);
        Optional<Snapshot> seen = isFirst(found)
                ? Optional.empty()
                : Optional.of(Snapshot.of(found.stream().map(Look::rows).toList(), objects));
        Optional<SegmentRef> delta = seen.isPresent()
                ? delta(seen.get(), news, names)
                : Optional.of(found.getFirst().rows());
        var told = new Generation.Told(
                source,
                news.finishChanges(objects, names.of("changes")).map(this::noted),
                noted(ledger.write(objects, names.of("coverage"))),
                seen.isPresent()
                        ? edges(found, seen.get(), delta, names)
                        : found.getFirst().edges());
        Generation next = live.map(before -> before.next(now, delta, told))
                .orElseGet(() -> Generation.first(account, now, delta.orElseThrow(), told));
        return new Published(next, news.counts());
    }

    private Optional<SegmentRef> delta(Snapshot seen, News news, Names names) throws IOException {
        Missing missing = Missing.find(known, seen, ledger);
        seen.rows(this::isNews, (entry, text) -> tell(entry, text, missing, news));
        for (Missing.Row row : missing.rest()) {
            row.tell(news);
        }
        return live.isEmpty() || news.hasRows()
                ? Optional.of(noted(news.finishRows(objects, names.of("delta"))))
                : Optional.empty();
    }

    /** The first look at an account, if it is one, is what is known of it, as it lies there. */
    private boolean isFirst(List<Look> found) {
        return live.isEmpty() && found.size() == 1;
    }

    private boolean isNews(Entry entry) {
        return known.entry(entry.uid())
                .filter(before -> before.whole().equals(entry.whole()))
                .isEmpty();
    }

    private void tell(Entry entry, RowText text, Missing missing, News news) throws IOException {
        Optional<Json.Obj> before = known.row(entry.uid());
        if (before.isPresent()) {
            var sighting = new Sighting(before.get(), text.json());
            news.again(entry, sighting, ledger.seenBefore(sighting.after()), looks);
        } else {
            Json.Obj row = text.json();
            Optional<Missing.Row> replaced = missing.replacedBy(row);
            if (replaced.isPresent()) {
                news.instead(entry, new Sighting(replaced.get().row(), row), ledger.seenBefore(row), looks);
            } else {
                news.first(entry, row, ledger.seenBefore(row), known.gone(entry.uid()));
            }
        }
    }

    /** Where no row is other than it was, no link is. */
    private ObjectName edges(List<Look> found, Snapshot seen, Optional<SegmentRef> delta, Names names)
            throws IOException {
        if (delta.isEmpty()) {
            return live.orElseThrow().told().edges();
        }
        Stream<SegmentRef> after =
                Stream.concat(live.stream().flatMap(before -> before.segments().stream()), delta.stream());
        var merge = EdgeMerge.begin(objects, account, Snapshot.of(after.toList(), objects), new NameBook(catalog));
        List<ObjectName> before =
                live.stream().map(generation -> generation.told().edges()).toList();
        return noted(merge.of(
                before,
                found.stream().map(Look::edges).toList(),
                uid -> seen.entry(uid).isPresent(),
                names.of("edges")));
    }

    private SegmentRef noted(SegmentRef segment) {
        written.add(segment.name());
        return segment;
    }

    private ObjectName noted(ObjectName name) {
        written.add(name);
        return name;
    }

    /** Takes back what was written here, since something else was published instead. */
    void withdraw() {
        written.forEach(objects::delete);
    }

    @Override
    public void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
        }
    }
}
