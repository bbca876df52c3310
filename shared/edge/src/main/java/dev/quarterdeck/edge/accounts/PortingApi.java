package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.connect.Importing;
import dev.quarterdeck.accounts.connect.NewAccount;
import dev.quarterdeck.accounts.connect.Portable;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Malformed;
import java.util.ArrayList;
import java.util.List;

/** Accounts carried from one hub to another in a file. */
final class PortingApi {
    private final Accounts accounts;
    private final Importing importing;

    PortingApi(Accounts accounts, Importing importing) {
        this.accounts = accounts;
        this.importing = importing;
    }

    List<Route> routes() {
        return List.of(Route.list("exportAccounts", this::carry), Route.of("importAccounts", this::bring));
    }

    private Reply carry(Call call) {
        return Reply.ok(Portable.file(accounts.every(new AccountFilter.All())
                .filter(account -> call.sight().includes(AccountTarget.of(account)))));
    }

    private Reply bring(Call call) {
        List<NewAccount> wishes = wishes(call.body());
        boolean rehearsal = call.query("dry_run").filter("true"::equals).isPresent();
        var imported = rehearsal ? importing.rehearse(wishes) : importing.bring(wishes, call.act()::did);
        return Reply.items(imported.stream().map(one -> one.json().json()).toList());
    }

    /** A fault in any of them refuses all: the file is not what its author thinks. */
    private static List<NewAccount> wishes(Json.Obj body) {
        List<Fields> items = Fields.of(body).objects("accounts");
        var wishes = new ArrayList<NewAccount>();
        for (int i = 0; i < items.size(); i++) {
            try {
                wishes.add(NewAccount.from(items.get(i).json()));
            } catch (Malformed e) {
                throw e.within("/accounts/" + i);
            }
        }
        return wishes;
    }
}
