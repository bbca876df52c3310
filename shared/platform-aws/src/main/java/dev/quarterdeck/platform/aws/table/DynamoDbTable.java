package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Limits;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import dev.quarterdeck.platform.aws.Connections;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The hub's table in DynamoDB: reads through the Enhanced client, writes as transactions. */
public final class DynamoDbTable implements Table {
    private final Reads reads;
    private final Transactions transactions;

    /** The client retries what is throttled, with jitter; it is the caller's to close. */
    public DynamoDbTable(DynamoDbClient client, TableName name, Clock clock) {
        this.reads = new Reads(client, name, clock);
        this.transactions = new Transactions(client, name, clock);
    }

    /** As the process's own role, for as long as it lives. */
    public static DynamoDbTable open(TableName name, Clock clock) {
        return new DynamoDbTable(Connections.of(DynamoDbClient.builder()), name, clock);
    }

    @Override
    public Optional<Row> get(Key key) {
        return reads.get(key);
    }

    @Override
    public Map<Key, Row> get(Collection<Key> keys) {
        var wanted = new HashSet<>(keys);
        if (wanted.size() > MOST) {
            throw new IllegalArgumentException("%d keys in one read, of at most %d".formatted(wanted.size(), MOST));
        }
        return wanted.isEmpty() ? Map.of() : reads.get(wanted);
    }

    @Override
    public Written write(List<Write> writes) {
        Optional<Written.TooLarge> tooLarge = Limits.exceeded(writes);
        if (tooLarge.isPresent()) {
            return tooLarge.get();
        }
        return writes.isEmpty() ? Written.Done.VALUE : transactions.write(writes);
    }

    @Override
    public Page query(Query query) {
        return reads.query(query);
    }
}
