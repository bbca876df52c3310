package dev.quarterdeck.governance;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Stop;
import dev.quarterdeck.accounts.Stops;
import dev.quarterdeck.accounts.rotation.AgentStop;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.access.Target;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The switches that stop whatever acts by itself, in one account or everywhere. An emergency throws them in the write that
 * closes accounts; only people let go on: an account with its restoring, everything by an act of its own.
 */
public final class KillSwitches implements AgentStop {
    private static final Stops STOPS = new Stops("agents-stopped");

    private final Table table;
    private final AuditLog audit;

    @Inject
    public KillSwitches(Table table, AuditLog audit) {
        this.table = table;
        this.audit = audit;
    }

    /** Asked right before each effect. Where the store does not answer this fails, and so must the effect. */
    public Leave mayActNow(Target.InAccount target) {
        return STOPS.on(new AccountId(target.account()), table)
                .<Leave>map(Leave.Withheld::new)
                .orElse(Leave.Given.VALUE);
    }

    /** What stops everything, if it is stopped. */
    public Optional<Stop> everywhere() {
        return STOPS.own(Optional.empty(), table);
    }

    /** Lets agents go on, but in accounts that have a stop of their own. */
    public void liftEverywhere(Attribution by) {
        if (everywhere().isEmpty()) {
            throw new FailureException(new Failure.Conflict("agents are not stopped everywhere"));
        }
        var entry = by.did("agents:resume", Thing.of("accounts", "all"));
        if (!audit.commit(List.of(lift(Optional.empty())), entry).done()) {
            throw new FailureException(new Failure.Unavailable("agents stay stopped: try again"));
        }
    }

    @Override
    public Write stop(Stop stop) {
        return STOPS.put(stop);
    }

    @Override
    public Write lift(Optional<AccountId> account) {
        return STOPS.lift(account);
    }
}
