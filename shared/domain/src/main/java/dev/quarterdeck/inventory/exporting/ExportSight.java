package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.identity.access.UserId;
import java.util.Set;

/** Whether somebody may, now, see all of these accounts: of one that they may not, no file of theirs may tell. */
public interface ExportSight {
    boolean sees(UserId owner, Set<AccountId> accounts);
}
