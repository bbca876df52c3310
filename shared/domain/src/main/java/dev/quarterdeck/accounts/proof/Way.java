package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.RoleArn;
import java.time.Duration;
import java.util.Optional;

/** One way to try into an account. */
public sealed interface Way {
    /** {@code externalId} is a text, since wrong ones are tried on purpose. */
    record Role(RoleArn role, Optional<String> externalId, Duration session) implements Way {}

    record Profile(String name) implements Way {}

    /** The secret comes from where the hub keeps it. */
    record Keys(AccountId account, Connection.ByKeys key) implements Way {}
}
