package dev.quarterdeck.accounts.roles;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The policy that ends a role's sessions: attached to the role, it denies everything to those made before. */
public final class OlderSessions {
    public static final String NAME = "quarterdeck-revoke-older-sessions";

    private OlderSessions() {}

    public static Json.Obj deny(Instant before) {
        var condition = new Members()
                .put("DateLessThan", new Members().put("aws:TokenIssueTime", before.truncatedTo(ChronoUnit.SECONDS)));
        var statement = new Members()
                .put("Sid", "RevokeOlderSessions")
                .put("Effect", "Deny")
                .put("Action", "*")
                .put("Resource", "*")
                .put("Condition", condition);
        return new Members()
                .put("Version", "2012-10-17")
                .put("Statement", Json.of(List.of(statement.json())))
                .json();
    }
}
