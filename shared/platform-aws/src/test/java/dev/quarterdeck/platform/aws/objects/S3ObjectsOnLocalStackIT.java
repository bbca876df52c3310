package dev.quarterdeck.platform.aws.objects;

import dev.quarterdeck.testkit.LocalStack;

class S3ObjectsOnLocalStackIT extends S3Cases {
    S3ObjectsOnLocalStackIT() {
        super(LocalStack.start());
    }
}
