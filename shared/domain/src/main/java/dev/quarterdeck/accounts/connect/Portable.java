package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountCodec;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Accounts as a file carries them from one hub to another: what {@link NewAccount} reads. No secret is in it, and no
 * external id, which each hub makes itself; an account that is entered by a key is therefore only named.
 */
public final class Portable {
    public static final String FORMAT = "quarterdeck-accounts-1";

    private static final Set<String> OWN = Set.of("external_id", "next_external_id");

    private Portable() {}

    public static Json.Obj file(Stream<Account> accounts) {
        var carried = new ArrayList<Json.Obj>();
        var left = new ArrayList<Json.Obj>();
        accounts.forEach(account -> {
            if (account.connection() instanceof Connection.ByKeys) {
                left.add(leftOut(account));
            } else {
                carried.add(wish(account));
            }
        });
        return new Members()
                .put("format", FORMAT)
                .put("accounts", Json.of(List.copyOf(carried)))
                .put("left_out", Json.of(List.copyOf(left)))
                .json();
    }

    private static Json.Obj wish(Account account) {
        Json.Obj whole = AccountCodec.encode(account);
        var wish = new Members();
        Stream.concat(
                        Stream.of("account_id", "partition"),
                        AccountCodec.DESCRIPTION.stream().sorted())
                .forEach(name -> whole.get(name).ifPresent(value -> wish.put(name, value)));
        return wish.put("connection", connection(whole)).json();
    }

    private static Json.Obj connection(Json.Obj account) {
        var members = new LinkedHashMap<>(
                account.get("connection").orElse(Json.Obj.EMPTY) instanceof Json.Obj object
                        ? object.members()
                        : Json.Obj.EMPTY.members());
        members.keySet().removeAll(OWN);
        return new Json.Obj(members);
    }

    private static Json.Obj leftOut(Account account) {
        return new Members()
                .put("account_id", account.id().value())
                .put("name", account.description().name())
                .put("why", "it is entered by an access key, whose secret leaves the vault for nobody: connect it anew")
                .json();
    }
}
