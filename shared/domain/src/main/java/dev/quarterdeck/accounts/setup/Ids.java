package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import java.util.Optional;

/** Where an account's external ids come from. */
public sealed interface Ids {
    /** They are the account's own. */
    record Own(ExternalIds ids) implements Ids {}

    /** From an organization's seed, and while that is changed from the one before too. */
    record Seeded(ExternalId seed, Optional<ExternalId> previous) implements Ids {
        /** The ids of one account: what a template makes of this there. */
        public ExternalIds of(AccountId account) {
            return new ExternalIds(
                    ExternalId.of(seed, account), previous.map(before -> ExternalId.of(before, account)));
        }
    }
}
