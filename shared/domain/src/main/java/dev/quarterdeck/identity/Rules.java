package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.Binding;
import dev.quarterdeck.identity.access.Deny;
import dev.quarterdeck.identity.access.Period;
import dev.quarterdeck.identity.access.Policies;
import dev.quarterdeck.identity.access.Role;
import dev.quarterdeck.identity.access.RuleCodec;
import dev.quarterdeck.identity.access.Scope;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of access as they stand: for changes always those of now, for reads those of ten seconds ago at most. */
@Singleton
public final class Rules {
    static final Duration OLDEST = Duration.ofSeconds(10);

    /** Who the command line is on its own workspace: not in the table, so that nobody can take it away. */
    private static final Binding CONSOLE =
            new Binding("console", Caller.CONSOLE.user(), Role.ADMIN.id(), Scope.Everywhere.VALUE, Period.ALWAYS);

    private static final String PARTITION = "access";
    private static final Key GENERATION = new Key("access-generation", "generation");
    private static final int ATTEMPTS = 20;

    /** The rules of one generation, and when they were last known to be the newest. */
    private record Snapshot(long generation, Instant seen, Policies policies, List<Row> rows) {}

    private final Table table;
    private final Clock clock;
    private volatile @Nullable Snapshot last;

    @Inject
    public Rules(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** For questions about reads. */
    public Policies recent() {
        var known = last;
        return known != null && !known.seen().plus(OLDEST).isBefore(clock.instant()) ? known.policies() : current();
    }

    /** For questions about changes. */
    public Policies current() {
        return newest().policies();
    }

    public List<Role> roles() {
        return Stream.concat(Role.BUILT_IN.stream(), of(newest().rows(), "role#", RuleCodec::role).stream())
                .toList();
    }

    public List<Binding> bindings() {
        return of(newest().rows(), "binding#", RuleCodec::binding);
    }

    public List<Deny> denies() {
        return of(newest().rows(), "deny#", RuleCodec::deny);
    }

    static Key role(String id) {
        return new Key(PARTITION, "role#" + id);
    }

    static Key binding(String id) {
        return new Key(PARTITION, "binding#" + id);
    }

    static Key deny(String id) {
        return new Key(PARTITION, "deny#" + id);
    }

    /** Belongs into every transaction that changes a rule. */
    static Write changed() {
        return Write.increment(GENERATION, "generation", 1);
    }

    /** After a change by this process, which its people want to see at once. */
    void forget() {
        last = null;
    }

    private Snapshot newest() {
        var known = last;
        long now = generation();
        var newest = known != null && known.generation() == now
                ? new Snapshot(now, clock.instant(), known.policies(), known.rows())
                : read();
        last = newest;
        return newest;
    }

    /** A query is not isolated from writes, so it is read again until nothing was written meanwhile. */
    private Snapshot read() {
        return Contention.resolve(
                        ATTEMPTS,
                        () -> {
                            Instant seen = clock.instant();
                            long before = generation();
                            var rows = rows();
                            return generation() == before
                                    ? Optional.of(new Snapshot(before, seen, policies(rows), rows))
                                    : Optional.<Snapshot>empty();
                        },
                        Optional::isEmpty)
                .orElseThrow(() -> new FailureException(new Failure.Unavailable("the rules of access keep changing")));
    }

    private long generation() {
        return table.get(GENERATION)
                .flatMap(row -> row.data().get("generation"))
                .map(value -> ((Json.Num) value).value().longValueExact())
                .orElse(0L);
    }

    private List<Row> rows() {
        return table.rows(Query.of(PARTITION).limit(1000)).toList();
    }

    private static Policies policies(List<Row> rows) {
        var roles = Stream.concat(Role.BUILT_IN.stream(), of(rows, "role#", RuleCodec::role).stream());
        var bindings = Stream.concat(Stream.of(CONSOLE), of(rows, "binding#", RuleCodec::binding).stream());
        return new Policies(roles.toList(), bindings.toList(), of(rows, "deny#", RuleCodec::deny));
    }

    private static <T> List<T> of(List<Row> rows, String prefix, Function<Json.Obj, T> decode) {
        return rows.stream()
                .filter(row -> row.key().sort().startsWith(prefix))
                .map(row -> decode.apply(row.data()))
                .toList();
    }
}
