package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Table;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Gives out all records, chain by chain, as lines that anybody can verify without the hub. */
public final class AuditExport {
    private static final List<String> CHAINS = List.of(AccessLog.CHAIN, AuditLog.CHAIN);

    private final Table table;
    private final Clock clock;

    @Inject
    public AuditExport(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Taken before the lines are, it holds for them. */
    public Checkpoint checkpoint() {
        Stream<Head> heads = CHAINS.stream().flatMap(name -> new Chain(name, table, clock).heads().stream());
        return new Checkpoint(clock.instant(), heads.toList());
    }

    /** Each record as a line of canonical JSON, without its line feed. */
    public void lines(Consumer<String> sink) {
        for (String chain : CHAINS) {
            for (int shard = 0; shard < Chain.SHARDS; shard++) {
                lines(Query.of(Chain.partition(chain, shard)).limit(1000), sink);
            }
        }
    }

    private void lines(Query query, Consumer<String> sink) {
        Optional<Cursor> next = Optional.empty();
        do {
            var page = table.query(next.map(query::from).orElse(query));
            page.rows().forEach(row -> sink.accept(row.data().canonical()));
            next = page.next();
        } while (next.isPresent());
    }
}
