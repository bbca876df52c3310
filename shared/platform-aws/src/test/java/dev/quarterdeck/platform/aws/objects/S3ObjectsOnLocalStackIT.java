package dev.quarterdeck.platform.aws.objects;

import dev.quarterdeck.testkit.LocalStack;
import org.junit.jupiter.api.Tag;

@Tag("localstack")
class S3ObjectsOnLocalStackIT extends S3Cases {
    S3ObjectsOnLocalStackIT() {
        super(LocalStack.start());
    }
}
