package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.wire.Access;

/** The right to read an account, by whatever it is connected with. */
@FunctionalInterface
public interface ReadSessions {
    /** A right of its own each time: who counts its calls tells them from all others. */
    Asked<Access> open(Account account);
}
