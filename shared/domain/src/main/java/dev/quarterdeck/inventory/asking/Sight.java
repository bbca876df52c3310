package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.accounts.AccountId;
import java.util.Set;

/** Whose facts somebody may see: the rest does not exist for them. */
public sealed interface Sight {
    record Everything() implements Sight {}

    record Accounts(Set<AccountId> accounts) implements Sight {
        public Accounts {
            accounts = Set.copyOf(accounts);
        }
    }
}
