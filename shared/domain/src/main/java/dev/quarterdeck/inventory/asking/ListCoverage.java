package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.Coverage;
import dev.quarterdeck.inventory.Tri;
import dev.quarterdeck.inventory.asking.Listing.Looking;
import dev.quarterdeck.inventory.filter.Evaluator;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Whereabouts;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Where nobody looked for more of what answers yes to a filter. */
public record ListCoverage(Filter filter, Looking looking) {
    private static final String LOOKED = Coverage.Status.LOOKED.toString();

    public Members told(ListRequest.When when, Collection<AccountId> accounts) {
        SortedMap<String, Long> areas = looking.areas();
        var statuses = new Members();
        areas.forEach(statuses::put);
        return new Members()
                .put("areas", statuses)
                .put("areas_not_looked_at", notLookedAt(areas))
                .put("accounts_never_scanned", neverScanned(when, accounts).size())
                .put("columns_not_known", looking.unknown());
    }

    private static long notLookedAt(Map<String, Long> areas) {
        long all = areas.values().stream().mapToLong(Long::longValue).sum();
        return all - areas.getOrDefault(LOOKED, 0L);
    }

    /** How many areas of an account. */
    public long notLookedAt(AccountId account) {
        return notLookedAt(looking.accounts().getOrDefault(account.value(), Map.of()));
    }

    /** Those of the accounts in which such a resource could be, were anybody to look. */
    public List<AccountId> neverScanned(ListRequest.When when, Collection<AccountId> accounts) {
        var evaluator = new Evaluator(when.now(), (_, _) -> List.of());
        Filter where = Whereabouts.of(filter);
        return accounts.stream()
                .filter(id -> !looking.accounts().containsKey(id.value()))
                .filter(id -> evaluator.answer(where, Json.Obj.EMPTY.with("account_id", Json.of(id.value()))) != Tri.NO)
                .toList();
    }
}
