package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.AccountId;

/** How the stack with the hub's roles fares in one account; {@code reason} is AWS's own, where it failed. */
public record StackInstance(AccountId account, State state, String reason) {
    public enum State {
        RUNNING,
        DONE,
        FAILED
    }
}
