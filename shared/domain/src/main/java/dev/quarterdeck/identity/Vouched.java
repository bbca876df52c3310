package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.GroupId;
import dev.quarterdeck.identity.access.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What an identity provider says of somebody who has just signed in there, after its word was verified. */
public record Vouched(UserId user, String name, Optional<String> email, Set<GroupId> groups, List<String> methods) {
    public Vouched {
        groups = Set.copyOf(groups);
        methods = List.copyOf(methods);
    }
}
