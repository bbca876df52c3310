package dev.quarterdeck.platform.aws.vault;

import dev.quarterdeck.testkit.LocalStack;
import org.junit.jupiter.api.Tag;

@Tag("localstack")
class SecretsManagerVaultOnLocalStackIT extends SecretsManagerCases {
    SecretsManagerVaultOnLocalStackIT() {
        super(LocalStack.start());
    }
}
