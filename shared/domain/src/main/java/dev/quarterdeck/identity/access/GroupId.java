package dev.quarterdeck.identity.access;

/** A group of an identity provider; its name is compared whole and exactly, commas and all. */
public record GroupId(String issuer, String name) implements Subject {
    public GroupId {
        if (issuer.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a group needs issuer and name: '%s', '%s'".formatted(issuer, name));
        }
    }
}
