package dev.quarterdeck.platform.aws.vault;

import dev.quarterdeck.testkit.LocalStack;

class SecretsManagerVaultOnLocalStackIT extends SecretsManagerCases {
    SecretsManagerVaultOnLocalStackIT() {
        super(LocalStack.start());
    }
}
