package dev.quarterdeck.identity.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** In whose name something is asked; an API key narrows its owner to the key's own permissions. */
public record Principal(UserId user, Set<GroupId> groups, Optional<Set<Permission>> key) {
    public Principal {
        groups = Set.copyOf(groups);
        key = key.map(Set::copyOf);
    }

    boolean is(Subject subject) {
        return switch (subject) {
            case UserId id -> id.equals(user);
            case GroupId group -> groups.contains(group);
        };
    }

    Stream<Subject> subjects() {
        return Stream.concat(Stream.of(user), groups.stream());
    }
}
