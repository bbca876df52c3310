package dev.quarterdeck.functions.broker;

import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.platform.aws.table.DynamoDbTable;
import dev.quarterdeck.platform.aws.table.TableName;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.AwsClient;
import dev.quarterdeck.wire.CallListener;
import dev.quarterdeck.wire.WireSettings;
import java.time.Clock;

/** What the function stands on: the hub's table, and AWS. */
record Platform(Table table, AwsApi api, Clock clock) {
    static Platform inTheCloud(BrokerConfig config, WireSettings settings) {
        Clock clock = Clock.systemUTC();
        return new Platform(
                DynamoDbTable.open(new TableName(config.table()), clock),
                new AwsClient(AwsClient.Catalog.shipped(), settings, CallListener.SILENT, clock),
                clock);
    }
}
