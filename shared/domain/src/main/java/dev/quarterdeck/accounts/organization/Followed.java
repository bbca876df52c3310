package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.AccountId;
import java.util.Optional;

/** How far an account of the organization has come, and where it stands still, why. */
public record Followed(AccountId account, String name, Stage stage, State state, Optional<String> cause) {
    /** The way of every account. */
    public enum Stage {
        STACK,
        ASSUME,
        PROOF,
        FIRST_RESOURCE
    }

    public enum State {
        WAITS,
        FAILED,
        DONE
    }
}
