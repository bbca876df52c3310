package dev.quarterdeck.inventory.history;

import dev.quarterdeck.accounts.AccountId;
import java.io.IOException;
import java.util.List;

/** Where scans hand in what they saw. */
public interface Publishing {
    /** A hub whose own workers publish, and who takes nothing from others. */
    Publishing NONE = (account, _, _) -> {
        throw new IOException("this hub takes no looks at account %s from others".formatted(account));
    };

    /** Publishes what one scan saw of one account, be it region by region. Doing so again changes nothing more. */
    Published publish(AccountId account, String scan, List<Look> looks) throws IOException;
}
