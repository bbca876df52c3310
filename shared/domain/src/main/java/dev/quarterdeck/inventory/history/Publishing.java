package dev.quarterdeck.inventory.history;

import dev.quarterdeck.accounts.AccountId;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Where scans hand in what they saw. */
public interface Publishing {
    /** A hub whose own workers publish, and who takes nothing from others. */
    Publishing NONE = new Publishing() {
        @Override
        public Published publish(AccountId account, String scan, List<Look> looks) throws IOException {
            throw new IOException("this hub takes no looks at account %s from others".formatted(account));
        }

        @Override
        public void relate(Set<AccountId> accounts) {
            // nothing was published
        }
    };

    /** Publishes what one scan saw of one account, be it region by region. Doing so again changes nothing more. */
    Published publish(AccountId account, String scan, List<Look> looks) throws IOException;

    /**
     * Looks for what the links of these accounts lead to in each other and in the accounts that they name. To be called
     * once all that a scan saw is published; doing so again changes nothing more.
     */
    void relate(Set<AccountId> accounts) throws IOException;
}
