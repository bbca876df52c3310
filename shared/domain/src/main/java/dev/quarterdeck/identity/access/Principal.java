package dev.quarterdeck.identity.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** In whose name something is asked; a key, or half a sign-in, narrows them to some permissions. */
public record Principal(UserId user, Set<GroupId> groups, Optional<Set<Permission>> only) {
    public Principal {
        groups = Set.copyOf(groups);
        only = only.map(Set::copyOf);
    }

    public boolean is(Subject subject) {
        return switch (subject) {
            case UserId id -> id.equals(user);
            case GroupId group -> groups.contains(group);
        };
    }

    Stream<Subject> subjects() {
        return Stream.concat(Stream.of(user), groups.stream());
    }
}
