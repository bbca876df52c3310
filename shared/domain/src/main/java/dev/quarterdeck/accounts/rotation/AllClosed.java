package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Revocations;
import dev.quarterdeck.accounts.Stop;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Write;
import java.util.List;
import java.util.Optional;

/**
 * One row that closes every account at once, while each is being closed by itself. If that is cut off the row stays, and
 * whoever ends access to all accounts once more finishes it.
 */
record AllClosed(AuditLog audit, AgentStop agents) {
    private static final int ATTEMPTS = 10;
    private static final Thing ALL = Thing.of("accounts", "all");

    void begin(Stop all, Attribution by) {
        write(List.of(Revocations.revoke(all), agents.stop(all)), "credential:revoke_all", by);
    }

    /** From here on each account's own row holds, and can be lifted; agents stay stopped until somebody lets them go on. */
    void end(Attribution by) {
        write(List.of(Revocations.lift(Optional.empty())), "credential:revoked_each", by);
    }

    private void write(List<Write> writes, String action, Attribution by) {
        Contention.insist(
                ATTEMPTS,
                "access to all accounts could not be ended: try again at once",
                () -> audit.commit(writes, by.did(action, ALL)));
    }
}
