package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.util.Optional;

/** Accounts that nobody may enter now, by an emergency: one, or all of them. Whoever opens sessions asks here each time. */
public final class Revocations {
    private static final Stops STOPS = new Stops("revocation");

    private final Table table;

    @Inject
    public Revocations(Table table) {
        this.table = table;
    }

    /** Why this account is closed, if it is: its own revocation, or that of all. */
    public Optional<Stop> of(AccountId account) {
        return STOPS.on(account, table);
    }

    /** The account's own, whatever holds for all. */
    public Optional<Stop> own(AccountId account) {
        return STOPS.own(Optional.of(account), table);
    }

    /** Closes, to be written with whatever else the emergency changes. */
    public static Write revoke(Stop stop) {
        return STOPS.put(stop);
    }

    /** Opens again what was closed: one account, or what was closed for all. */
    public static Write lift(Optional<AccountId> account) {
        return STOPS.lift(account);
    }
}
