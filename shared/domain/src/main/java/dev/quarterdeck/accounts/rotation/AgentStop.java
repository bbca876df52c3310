package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Stop;
import dev.quarterdeck.kernel.table.Write;
import java.util.Optional;

/** How agents are stopped and let go on, in the very write that closes accounts or opens them. */
public interface AgentStop {
    Write stop(Stop stop);

    Write lift(Optional<AccountId> account);
}
