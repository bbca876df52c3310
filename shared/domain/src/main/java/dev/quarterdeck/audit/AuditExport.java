package dev.quarterdeck.audit;

import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Page;
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
    private static final List<String> NAMES = List.of(AccessLog.CHAIN, AuditLog.CHAIN);

    /** How many chains there are. */
    public static final int CHAINS = NAMES.size() * Chain.SHARDS;

    private final Table table;
    private final Clock clock;

    @Inject
    public AuditExport(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** Taken before the lines are, it holds for them. */
    public Checkpoint checkpoint() {
        Stream<Head> heads = NAMES.stream().flatMap(name -> new Chain(name, table, clock).heads().stream());
        return new Checkpoint(clock.instant(), heads.toList());
    }

    /** Each record as a line of canonical JSON, without its line feed. */
    public void lines(Consumer<String> sink) {
        for (int chain = 0; chain < CHAINS; chain++) {
            lines(chain, sink);
        }
    }

    /** Some records of the chain of that number, oldest first. */
    public Page page(int chain, Optional<Cursor> from) {
        var query = Query.of(Chain.partition(NAMES.get(chain / Chain.SHARDS), chain % Chain.SHARDS))
                .limit(1000);
        return table.query(from.map(query::from).orElse(query));
    }

    private void lines(int chain, Consumer<String> sink) {
        Optional<Cursor> next = Optional.empty();
        do {
            var page = page(chain, next);
            page.rows().forEach(row -> sink.accept(row.data().canonical()));
            next = page.next();
        } while (next.isPresent());
    }
}
