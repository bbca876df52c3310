package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.testkit.MiniStack;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.quarterdeck.testkit.MiniStack#isThere",
        disabledReason = "needs MiniStack, which scripts/check installs")
class DynamoDbTableIT extends DynamoDbCases {
    DynamoDbTableIT() {
        super(MiniStack.start(MiniStack.Settings.OPEN));
    }
}
