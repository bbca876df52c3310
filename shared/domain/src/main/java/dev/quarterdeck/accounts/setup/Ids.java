package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;

/** Where an account's external ids come from. */
public sealed interface Ids {
    /** They are the account's own. */
    record Own(ExternalIds ids) implements Ids {}

    /** From an organization's seed, and while that is changed from the next one too. */
    record Seeded(ExternalIds seeds) implements Ids {
        /** The ids of one account: what a template makes of this there. */
        public ExternalIds of(AccountId account) {
            return new ExternalIds(
                    ExternalId.of(seeds.current(), account), seeds.next().map(next -> ExternalId.of(next, account)));
        }
    }
}
