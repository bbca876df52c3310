package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Optional;

/** How much nobody saw of what was asked about: without it "nothing found" is worth nothing. */
record Blind(long areas, long accounts) {
    /** Of so many accounts, these were ever scanned. */
    static Blind of(int accounts, List<AccountFacts> scanned) {
        long areas = scanned.stream().mapToLong(AccountFacts::gaps).sum();
        return new Blind(areas, (long) accounts - scanned.size());
    }

    static boolean isGap(Json.Obj row) {
        return !row.get("status").equals(Optional.of(Json.of(Coverage.Status.LOOKED.toString())));
    }

    Members into(Members answer) {
        return answer.put("areas_not_looked_at", areas).put("accounts_never_scanned", accounts);
    }
}
