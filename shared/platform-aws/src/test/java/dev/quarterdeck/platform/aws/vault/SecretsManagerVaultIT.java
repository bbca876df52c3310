package dev.quarterdeck.platform.aws.vault;

import dev.quarterdeck.testkit.MiniStack;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf(
        value = "dev.quarterdeck.testkit.MiniStack#isThere",
        disabledReason = "needs MiniStack, which scripts/check installs")
class SecretsManagerVaultIT extends SecretsManagerCases {
    SecretsManagerVaultIT() {
        super(MiniStack.start(MiniStack.Settings.OPEN));
    }
}
