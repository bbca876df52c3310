package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.collect.plan.ScanPlan;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.scanning.Estimate;
import dev.quarterdeck.inventory.scanning.Estimating;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.wire.WireSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Counts a scan's calls by the catalog: with the regions that proofs found, and the resources that earlier scans did. */
public final class CatalogEstimates implements Estimating {
    /** Those that nobody can switch off. */
    private static final int USUAL_REGIONS = 17;
    /** Who an account is, and which regions it has. */
    private static final int OPENING_CALLS = 2;

    private final Accounts accounts;
    private final Facts facts;
    private final Supplier<TypeCatalog> types;

    public CatalogEstimates(Accounts accounts, Facts facts, Supplier<TypeCatalog> types) {
        this.accounts = accounts;
        this.facts = facts;
        this.types = types;
    }

    @Override
    public Estimate of(ScanScope scope) {
        List<Account> meant = accounts.every(new AccountFilter.WithStatus(Status.ACTIVE))
                .filter(account -> scope.includes(account.id()))
                .toList();
        int regions = regions(scope, meant);
        ScanPlan plan =
                ScanPlan.of(new ScanPlan.Scope(meant.size(), regions, counts(meant), scope.paid()), definitions(scope));
        var requests = new Estimate.Requests(
                plan.knownCalls() + (long) OPENING_CALLS * meant.size(),
                plan.paidRequests(),
                plan.atLeast(WireSettings.DEFAULT_RATE).toSeconds());
        boolean known = meant.stream()
                .allMatch(account -> facts.of(account.id(), Optional.empty()).isPresent());
        return new Estimate(new Estimate.Reach(meant.size(), regions), requests, known);
    }

    private static int regions(ScanScope scope, List<Account> meant) {
        return scope.regions().isEmpty()
                ? meant.stream()
                        .mapToInt(account -> account.placement().regions().size())
                        .filter(count -> count > 0)
                        .max()
                        .orElse(USUAL_REGIONS)
                : scope.regions().size();
    }

    private List<TypeDefinition> definitions(ScanScope scope) {
        scope.types().stream().map(ResourceType::new).forEach(this::check);
        return types.get().types().stream()
                .filter(type -> scope.types().isEmpty()
                        || scope.types().contains(type.type().toString()))
                .toList();
    }

    private void check(ResourceType type) {
        if (types.get().find(type).isEmpty()) {
            throw new FailureException(Failure.invalid(
                    "/types", "'%s' is no type of the catalog: see 'quarterdeck types'".formatted(type)));
        }
    }

    /** As the ledgers of coverage know them. */
    private Map<ResourceType, Long> counts(List<Account> meant) {
        var counts = new HashMap<ResourceType, Long>();
        meant.stream().map(Account::id).forEach(account -> count(account, counts));
        return counts;
    }

    private void count(AccountId account, Map<ResourceType, Long> counts) {
        facts.of(account, Optional.empty()).stream()
                .flatMap(known -> known.coverage().stream())
                .map(Fields::of)
                .forEach(area -> area.maybeText("type", ResourceType::new)
                        .ifPresent(type ->
                                counts.merge(type, area.maybeWhole("count").orElse(0L), Long::sum)));
    }
}
