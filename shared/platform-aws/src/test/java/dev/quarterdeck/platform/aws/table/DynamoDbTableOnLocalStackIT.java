package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.testkit.LocalStack;

class DynamoDbTableOnLocalStackIT extends DynamoDbCases {
    DynamoDbTableOnLocalStackIT() {
        super(LocalStack.start());
    }
}
