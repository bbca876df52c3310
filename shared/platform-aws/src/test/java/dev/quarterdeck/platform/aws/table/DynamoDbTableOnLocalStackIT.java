package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.testkit.LocalStack;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.quarterdeck.testkit.LocalStack#isThere",
        disabledReason = "needs Docker and LOCALSTACK_AUTH_TOKEN")
class DynamoDbTableOnLocalStackIT extends DynamoDbCases {
    DynamoDbTableOnLocalStackIT() {
        super(LocalStack.start());
    }
}
