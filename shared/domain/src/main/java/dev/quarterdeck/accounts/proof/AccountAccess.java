package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.roles.Assumer;

/** The hub's door to AWS accounts, and the only one: whatever assumes a role stands behind it. */
public interface AccountAccess {
    /** Whom trust policies must name. */
    Assumer assumer();

    /** Tries one way in, anew each time. */
    Asked<Inside> enter(Way way);
}
