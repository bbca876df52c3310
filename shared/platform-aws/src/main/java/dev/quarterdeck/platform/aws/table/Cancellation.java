package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Why DynamoDB did not do a transaction, part by part. */
record Cancellation(List<Write> writes, List<CancellationReason> reasons, Instant now) {
    private static final String CONDITION = "ConditionalCheckFailed";
    private static final String INVALID = "ValidationError";

    static Cancellation of(TransactionCanceledException e, List<Write> writes, Instant now) {
        return new Cancellation(writes, e.cancellationReasons(), now);
    }

    /** The keys whose conditions do not hold. */
    Set<Key> refused() {
        var refused = new HashSet<Key>();
        for (int i = 0; i < writes.size(); i++) {
            if (CONDITION.equals(reasons.get(i).code()) && !beginsAnew(i)) {
                refused.add(writes.get(i).key());
            }
        }
        return refused;
    }

    /** The same writes, with increments of expired rows made into puts of new ones; the same list if there are none. */
    List<Write> renewed() {
        var renewed = new ArrayList<>(writes);
        for (int i = 0; i < writes.size(); i++) {
            if (beginsAnew(i) && writes.get(i) instanceof Write.Increment increment) {
                Json.Obj data = Json.Obj.EMPTY.with(increment.counter(), Json.of(increment.by()));
                renewed.set(i, Write.put(Row.of(increment.key(), data)).when(Condition.ABSENT));
            }
        }
        return renewed;
    }

    /** Throws if a part was not even a question: adding to what is no number. */
    void throwIfInvalid() {
        reasons.stream()
                .filter(reason -> INVALID.equals(reason.code()))
                .findFirst()
                .ifPresent(reason -> {
                    throw new IllegalArgumentException(reason.message());
                });
    }

    private boolean beginsAnew(int part) {
        return CONDITION.equals(reasons.get(part).code())
                && writes.get(part) instanceof Write.Increment increment
                && reasons.get(part).hasItem()
                && Columns.row(reasons.get(part).item()).gone(now)
                && increment.conditions().stream().allMatch(condition -> holdsOfNothing(condition, increment));
    }

    private static boolean holdsOfNothing(Condition condition, Write.Increment increment) {
        return switch (condition) {
            case Condition.Absent _ -> true;
            case Condition.Exists _, Condition.VersionIs _, Condition.AttributeIs _ -> false;
            case Condition.CounterAtMost bound -> Expression.added(bound.name(), increment) <= bound.most();
        };
    }
}
