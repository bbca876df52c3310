package dev.quarterdeck.kernel.table;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the hub keeps its state: rows under a partition and a sort key, two indexes, no expressions. Keys compare as
 * UTF-8 bytes. Reads by key and queries of the table itself are consistent; indexes follow later; a query is not
 * isolated from transactions: it may see one row as it was before and another as it is after.
 */
public interface Table {
    /** Most writes of one transaction, and most keys of one batch read. */
    int MOST = 100;

    Optional<Row> get(Key key);

    /** The rows that exist among these keys, each read consistently; at most {@link #MOST} of them. */
    Map<Key, Row> get(Collection<Key> keys);

    /** All of the writes or none of them; at most {@link #MOST}, each on a key of its own. */
    Written write(List<Write> writes);

    /** One page, which may be short or even empty while its cursor leads on. */
    Page query(Query query);

    /** All rows of a query, read page by page as they are taken. */
    default Stream<Row> rows(Query query) {
        return Stream.iterate(
                        Optional.of(query(query)),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next).map(next -> query(query.from(next))))
                .flatMap(page -> page.stream().flatMap(it -> it.rows().stream()));
    }

    default Written write(Write... writes) {
        return write(List.of(writes));
    }
}
