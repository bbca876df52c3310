package dev.quarterdeck.identity;

import dev.quarterdeck.audit.AuditLog;
import jakarta.inject.Inject;

/** What every way of signing in to this hub itself needs. */
public record Desk(LocalAccounts accounts, Sessions sessions, AttemptLimits limits, AuditLog audit) {
    @Inject
    public Desk {}
}
