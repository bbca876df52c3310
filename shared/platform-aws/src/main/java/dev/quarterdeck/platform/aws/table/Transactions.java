package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.RequestLimitExceededException;
import software.amazon.awssdk.services.dynamodb.model.ThrottlingException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/** Writes by TransactWriteItems. */
final class Transactions {
    private static final int TRIES = 3;

    private final DynamoDbClient client;
    private final TableName table;
    private final Clock clock;

    Transactions(DynamoDbClient client, TableName table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    Written write(List<Write> writes) {
        List<Write> wanted = writes;
        for (int tries = 0; tries < TRIES; tries++) {
            Instant now = clock.instant();
            try {
                client.transactWriteItems(request(wanted, now));
                return Written.Done.VALUE;
            } catch (TransactionCanceledException e) {
                var cancellation = Cancellation.of(e, wanted, now);
                cancellation.throwIfInvalid();
                Set<Key> refused = cancellation.refused();
                List<Write> renewed = cancellation.renewed();
                if (!refused.isEmpty() || renewed.equals(wanted)) {
                    return refused.isEmpty() ? Written.Conflict.VALUE : new Written.Refused(refused);
                }
                wanted = renewed;
            } catch (TransactionInProgressException
                    | ProvisionedThroughputExceededException
                    | RequestLimitExceededException
                    | ThrottlingException busy) {
                return Written.Conflict.VALUE;
            } catch (SdkException e) {
                throw Trouble.of(e);
            }
        }
        return Written.Conflict.VALUE;
    }

    /** The token makes a repetition by the client, whose first try may have worked, harmless. */
    private TransactWriteItemsRequest request(List<Write> writes, Instant now) {
        return TransactWriteItemsRequest.builder()
                .clientRequestToken(UUID.randomUUID().toString())
                .transactItems(new Items(table, now).of(writes))
                .build();
    }
}
