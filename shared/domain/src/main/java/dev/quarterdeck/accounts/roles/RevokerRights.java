package dev.quarterdeck.accounts.roles;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Collection;
import java.util.List;

/** What a revoker role may do, and what a session of it may while its account is closed: to put policies on roles. */
public final class RevokerRights {
    private static final String PUT = "iam:PutRolePolicy";

    private RevokerRights() {}

    /** Policies are put on these roles, and taken off, and on no others: not on the revoker itself. */
    public static Json.Obj document(Collection<String> roleNames) {
        var roles =
                roleNames.stream().map("arn:*:iam::*:role/"::concat).sorted().toList();
        return allow("EndSessions", List.of("iam:DeleteRolePolicy", PUT), roles);
    }

    /** Whoever got hold of the hub must not bring ended sessions back to life. */
    public static Json.Obj whileClosed() {
        return allow("EndSessionsOnly", List.of(PUT), List.of("*"));
    }

    private static Json.Obj allow(String sid, List<String> actions, List<String> resources) {
        var statement = new Members()
                .put("Sid", sid)
                .put("Effect", "Allow")
                .put("Action", actions)
                .put("Resource", resources);
        return new Members()
                .put("Version", "2012-10-17")
                .put("Statement", Json.of(List.of(statement.json())))
                .json();
    }
}
