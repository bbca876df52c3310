package dev.quarterdeck.platform.aws.objects;

import dev.quarterdeck.testkit.MiniStack;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.quarterdeck.testkit.MiniStack#isThere",
        disabledReason = "needs MiniStack, which scripts/check installs")
class S3ObjectsIT extends S3Cases {
    S3ObjectsIT() {
        super(MiniStack.start(MiniStack.Settings.OPEN));
    }
}
