package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.roles.Rights;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Everything that an owner makes for the hub, before it is written down for some tool. */
public record RoleSetup(Asks asks, Rights read, SortedSet<ActFamily> act, Duration session) {
    public RoleSetup {
        act = new TreeSet<>(act);
    }

    /** Whom the roles trust, what they ask for, and the organization if the account shares the hub's. */
    public record Asks(Assumer assumer, Ids ids, Optional<String> orgId) {}

    /** The longest session that the role must allow; IAM knows none under an hour. */
    long maximumSeconds() {
        return Math.max(session.toSeconds(), 3600);
    }
}
