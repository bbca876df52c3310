package dev.quarterdeck.identity.access;

import java.util.Optional;
import java.util.Set;

/** Forbids permissions somewhere, to one subject or to all, whatever is bound. */
public record Deny(String id, Optional<Subject> subject, Set<Permission> permissions, Scope scope, String why) {
    public Deny {
        permissions = Set.copyOf(permissions);
    }
}
