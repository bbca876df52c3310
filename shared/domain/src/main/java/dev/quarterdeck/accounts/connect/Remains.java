package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.AccountId;

/** Something that the hub keeps because of an account, and that goes with it. Each feature brings its own. */
public interface Remains {
    /** What people call it, such as {@code secrets}. */
    String kind();

    long count(AccountId id);

    /** Removes it, or a bounded part of it, and says whether nothing is left. Done twice it does no harm. */
    boolean clear(AccountId id);
}
