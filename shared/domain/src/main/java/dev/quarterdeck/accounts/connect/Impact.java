package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What deleting an account takes along, by kind; and what stays in AWS until its owner removes it there. */
public record Impact(Account account, SortedMap<String, Long> goes, List<String> staysInAws) {
    public Impact {
        goes = new TreeMap<>(goes);
        staysInAws = List.copyOf(staysInAws);
    }

    static Impact of(Account account, List<Remains> all) {
        var goes = new TreeMap<String, Long>();
        all.forEach(remains -> goes.put(remains.kind(), remains.count(account.id())));
        return new Impact(account, goes, inAws(account));
    }

    private static List<String> inAws(Account account) {
        return switch (account.connection()) {
            case Connection.ByRole role -> {
                var parts = new ArrayList<String>();
                parts.add("role %s, or the stack that made it".formatted(role.read()));
                role.act().values().forEach(act -> parts.add("role %s".formatted(act)));
                if (!role.act().isEmpty()) {
                    parts.add("policy %s"
                            .formatted(RoleNames.boundary(account.placement().partition(), account.id())));
                }
                role.revoker().ifPresent(revoker -> parts.add("role %s".formatted(revoker)));
                yield parts;
            }
            case Connection.ByKeys key -> List.of("access key %s".formatted(key.accessKeyId()));
            case Connection.ByProfile _ -> List.of();
        };
    }

    public Json.Obj json() {
        var kinds = new Members();
        goes.forEach(kinds::put);
        return new Members()
                .put("account_id", account.id().value())
                .put("name", account.description().name())
                .put("goes", kinds)
                .put("stays_in_aws", staysInAws)
                .json();
    }
}
