package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.testkit.LocalStack;
import org.junit.jupiter.api.Tag;

@Tag("localstack")
class DynamoDbTableOnLocalStackIT extends DynamoDbCases {
    DynamoDbTableOnLocalStackIT() {
        super(LocalStack.start());
    }
}
