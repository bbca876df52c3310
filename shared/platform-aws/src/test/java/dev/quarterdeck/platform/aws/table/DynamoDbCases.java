package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.testkit.HubPlatform;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.table.TableContract;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** DynamoDB, as an emulator plays it, does what every table must do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DynamoDbCases implements TableContract {
    private static final TestClock CLOCK = new TestClock(Instant.parse("2030-01-01T00:00:00.5Z"));
    private static final AtomicInteger SPACES = new AtomicInteger();

    private final HubPlatform platform;
    private final DynamoDbClient client;
    private final DynamoDbTable table;
    private String space = "";

    DynamoDbCases(HubPlatform platform) {
        this.platform = platform;
        client = Emulated.client(platform.endpoint());
        Emulated.createTable(client);
        table = new DynamoDbTable(client, Emulated.NAME, CLOCK);
    }

    @BeforeEach
    void takeNewSpace() {
        space = "space" + SPACES.incrementAndGet();
    }

    @AfterAll
    void close() {
        client.close();
        platform.close();
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
