package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.Outbox;
import dev.quarterdeck.kernel.table.Write;
import java.util.Optional;

/** What others are told of an account: one event for each version of it, named by what mattered most. */
final class Happening {
    private Happening() {}

    static Write connected(Account account, String action) {
        return told("account.connected", account, account.revision().version(), action);
    }

    static Write changed(Account before, Account after, String action) {
        return told(name(before, after), after, after.revision().version(), action);
    }

    /** Nothing is left of it: the version after its last. */
    static Write removed(Account account, String action) {
        return told("account.removed", account, account.revision().version() + 1, action);
    }

    private static String name(Account before, Account after) {
        return ofStatus(before.standing().status(), after.standing().status())
                .or(() -> ofDeletion(before, after))
                .or(() -> ofPlace(before, after))
                .or(() -> ofTrial(before.standing(), after.standing()))
                .or(() -> ofCredential(before.connection(), after.connection()))
                .orElse("account.changed");
    }

    private static Optional<String> ofStatus(Status before, Status after) {
        if (before == after) {
            return Optional.empty();
        }
        return switch (before) {
            case DELETING -> Optional.of("account.restored");
            case PENDING, ACTIVE, PAUSED, LEFT ->
                switch (after) {
                    case DELETING -> Optional.of("account.deleted");
                    case PAUSED -> Optional.of("account.revoked");
                    case LEFT -> Optional.of("account.left");
                    case PENDING, ACTIVE -> ofReturn(before);
                };
        };
    }

    /** From pending to active is no return: a proof made it so. */
    private static Optional<String> ofReturn(Status before) {
        return named("account.reopened", before == Status.PAUSED)
                .or(() -> named("account.joined", before == Status.LEFT));
    }

    /** What was closed while it is being deleted. */
    private static Optional<String> ofDeletion(Account before, Account after) {
        return named(
                "account.revoked",
                !before.revision().deletion().equals(after.revision().deletion()));
    }

    private static Optional<String> ofPlace(Account before, Account after) {
        return named(
                "account.moved",
                !before.placement().organization().equals(after.placement().organization()));
    }

    private static Optional<String> ofTrial(Standing before, Standing after) {
        boolean tried = !before.trial().equals(after.trial());
        return switch (after.trial().verdict()) {
            case Trial.Verdict.Refused _ -> named("account.refused", tried);
            case Trial.Verdict.Proven _, Trial.Verdict.AcceptedWithDebt _
            when after.health().state() == Health.State.DEGRADED -> named("account.degraded", tried);
            case Trial.Verdict.Proven _ -> named("account.proven", tried);
            case Trial.Verdict.AcceptedWithDebt _ -> named("account.accepted", tried);
            case Trial.Verdict.Untried _ -> Optional.empty();
        };
    }

    private static Optional<String> ofCredential(Connection before, Connection after) {
        boolean id = before instanceof Connection.ByRole old
                && after instanceof Connection.ByRole now
                && !old.externalIds().current().equals(now.externalIds().current());
        boolean key = after instanceof Connection.ByKeys && !before.equals(after);
        return named("account.rotated", id || key);
    }

    private static Optional<String> named(String name, boolean so) {
        return so ? Optional.of(name) : Optional.empty();
    }

    /** An account that is deleted and connected anew is another aggregate: its versions begin anew. */
    private static Write told(String name, Account account, long version, String action) {
        var revision = account.revision();
        String aggregate =
                "account#%s#%d".formatted(account.id(), revision.createdAt().toEpochMilli());
        var data = new Members()
                .put("account_id", account.id().value())
                .put("action", action)
                .put("status", account.standing().status().word())
                .put("health", account.standing().health().state().word());
        return Outbox.entry(new DomainEvent(
                "%s#%d".formatted(aggregate, version), aggregate, version, name, revision.changedAt(), data.json()));
    }
}
