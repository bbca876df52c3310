package dev.quarterdeck.platform.aws.objects;

import dev.quarterdeck.testkit.LocalStack;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.quarterdeck.testkit.LocalStack#isThere",
        disabledReason = "needs Docker and LOCALSTACK_AUTH_TOKEN")
class S3ObjectsOnLocalStackIT extends S3Cases {
    S3ObjectsOnLocalStackIT() {
        super(LocalStack.start());
    }
}
