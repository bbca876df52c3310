package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.wire.Access;

/** The right to read an account, by whatever it is connected with. */
@FunctionalInterface
public interface ReadSessions {
    Asked<Access> open(Account account);
}
