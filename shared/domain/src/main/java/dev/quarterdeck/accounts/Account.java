package dev.quarterdeck.accounts;

import java.time.Instant;

/** An AWS account as the hub knows it. */
public record Account(
        AccountId id,
        Description description,
        Placement placement,
        Connection connection,
        Standing standing,
        Revision revision) {
    public Account {
        if (connection instanceof Connection.ByRole role
                && !(role.read().account().equals(id) && role.read().partition() == placement.partition())) {
            throw new IllegalArgumentException(
                    "role '%s' is not in account %s of partition %s".formatted(role.read(), id, placement.partition()));
        }
    }

    /** The next version of this account. */
    public Account next(Instant now) {
        return new Account(id, description, placement, connection, standing, revision.next(now));
    }

    public Account with(Description other) {
        return new Account(id, other, placement, connection, standing, revision);
    }

    public Account with(Placement other) {
        return new Account(id, description, other, connection, standing, revision);
    }

    public Account with(Connection other) {
        return new Account(id, description, placement, other, standing, revision);
    }

    public Account with(Standing other) {
        return new Account(id, description, placement, connection, other, revision);
    }

    public Account with(Revision other) {
        return new Account(id, description, placement, connection, standing, other);
    }
}
