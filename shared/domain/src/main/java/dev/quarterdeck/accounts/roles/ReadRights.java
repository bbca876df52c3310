package dev.quarterdeck.accounts.roles;

import dev.quarterdeck.accounts.Partition;

/** What a role must be given so that it can read all that this build knows how to read. */
public interface ReadRights {
    Rights of(Flavour flavour, Partition partition);
}
