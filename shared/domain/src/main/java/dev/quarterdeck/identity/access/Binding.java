package dev.quarterdeck.identity.access;

/** Gives a role to a user or a group, somewhere, for some time. */
public record Binding(String id, Subject subject, String role, Scope scope, Period period) {}
