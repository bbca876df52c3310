package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/** What was looked at and what was not, area by area. An account that was never scanned is one line that says so. */
final class CoverageApi {
    private final Seen seen;
    private final Paging paging;

    CoverageApi(Seen seen, Paging paging) {
        this.seen = seen;
        this.paging = paging;
    }

    List<Route> routes() {
        return List.of(Route.list("listCoverage", this::list));
    }

    /** Some accounts at once, the whole ledger of each: so a page may be long, or empty while its cursor leads on. */
    private Reply list(Call call) {
        Seen.Some some = seen.some(call, paging.from(call));
        List<Json.Obj> items = some.accounts().stream()
                .flatMap(account -> rows(call, account).stream())
                .filter(row -> fits(call, row))
                .toList();
        return paging.reply(call, items, some.next());
    }

    private List<Json.Obj> rows(Call call, AccountId account) {
        return seen.facts(call, account)
                .map(AccountFacts::coverage)
                .orElseGet(() -> List.of(new Members()
                        .put("account_id", account.value())
                        .put("region", "*")
                        .put("status", "never-scanned")
                        .json()));
    }

    private static boolean fits(Call call, Json.Obj row) {
        return Seen.fits(call, "region", row)
                && Seen.fits(call, "type", row)
                && Seen.fits(call, "status", row)
                && (call.query("gaps").filter("true"::equals).isEmpty() || Blind.isGap(row));
    }
}
