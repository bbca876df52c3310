package dev.quarterdeck.platform.aws.vault;

import dev.quarterdeck.testkit.LocalStack;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.quarterdeck.testkit.LocalStack#isThere",
        disabledReason = "needs Docker and LOCALSTACK_AUTH_TOKEN")
class SecretsManagerVaultOnLocalStackIT extends SecretsManagerCases {
    SecretsManagerVaultOnLocalStackIT() {
        super(LocalStack.start());
    }
}
