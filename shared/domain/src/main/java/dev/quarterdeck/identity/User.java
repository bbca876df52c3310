package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.GroupId;
import dev.quarterdeck.identity.access.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * A person the hub knows. Raising the generation ends every session that was opened under an earlier one.
 */
public record User(
        UserId id, String name, Optional<String> email, Set<GroupId> groups, boolean enabled, long generation) {
    public User {
        groups = Set.copyOf(groups);
    }

    public static User of(UserId id, String name) {
        return new User(id, name, Optional.empty(), Set.of(), true, 1);
    }

    User enabled(boolean now) {
        return new User(id, name, email, groups, now, now ? generation : generation + 1);
    }

    User signedOutEverywhere() {
        return new User(id, name, email, groups, enabled, generation + 1);
    }
}
