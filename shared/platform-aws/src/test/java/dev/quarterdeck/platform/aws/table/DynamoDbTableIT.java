package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.testkit.MiniStack;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.TableContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB, as MiniStack plays it, does what every table must do. */
@EnabledIf("dev.quarterdeck.testkit.MiniStack#isThere")
class DynamoDbTableIT implements TableContract {
    private static final TestClock CLOCK = new TestClock(Instant.parse("2030-01-01T00:00:00.5Z"));
    private static final AtomicInteger SPACES = new AtomicInteger();

    private static MiniStack stack;
    private static DynamoDbClient client;
    private static DynamoDbTable table;

    private final String space = "space" + SPACES.incrementAndGet();

    @BeforeAll
    static void open() {
        stack = MiniStack.start(MiniStack.Settings.OPEN);
        client = Emulated.client(stack);
        Emulated.createTable(client);
        table = new DynamoDbTable(client, Emulated.NAME, CLOCK);
    }

    @AfterAll
    static void close() {
        client.close();
        stack.close();
    }

    @Override
    public Table table() {
        return table;
    }

    @Override
    public TestClock clock() {
        return CLOCK;
    }

    @Override
    public String space() {
        return space;
    }
}
