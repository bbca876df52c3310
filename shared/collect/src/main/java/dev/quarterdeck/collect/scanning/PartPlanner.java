package dev.quarterdeck.collect.scanning;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.collect.access.OpenRegions;
import dev.quarterdeck.collect.scan.Partitions;
import dev.quarterdeck.collect.types.Home;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.inventory.Resource;
import dev.quarterdeck.inventory.scanning.Cell;
import dev.quarterdeck.inventory.scanning.ScanId;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.inventory.scanning.Scans;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What a scan has to read: of the accounts that it names, or of all that the hub may read by now, what belongs to no
 * region, and each region, as far as there is anything to look at. An account that does not say which it has is read by one worker, who tells why.
 */
public final class PartPlanner implements Function<ScanId, List<Cell>> {
    private static final int ASKED_AT_ONCE = 16;

    private final Scans scans;
    private final Accounts accounts;
    private final OpenRegions regions;
    private final Supplier<TypeCatalog> types;

    public PartPlanner(Scans scans, Accounts accounts, OpenRegions regions, Supplier<TypeCatalog> types) {
        this.scans = scans;
        this.accounts = accounts;
        this.regions = regions;
        this.types = types;
    }

    @Override
    public List<Cell> apply(ScanId id) {
        ScanScope scope = scans.find(id)
                .orElseThrow(() -> new IllegalStateException("there is no scan " + id))
                .scope();
        List<Account> meant = meant(scope).toList();
        try (var threads =
                Executors.newFixedThreadPool(ASKED_AT_ONCE, Thread.ofVirtual().factory())) {
            List<Future<List<Cell>>> cells = meant.stream()
                    .map(account -> threads.submit(() -> cells(account, scope)))
                    .toList();
            return cells.stream().map(PartPlanner::told).flatMap(List::stream).toList();
        }
    }

    private Stream<Account> meant(ScanScope scope) {
        return scope.isEverywhere()
                ? accounts.every(new AccountFilter.WithStatus(Status.ACTIVE))
                : scope.accounts().stream().flatMap(id -> accounts.find(id).stream());
    }

    private List<Cell> cells(Account account, ScanScope scope) {
        if (!holds(scope, false)) {
            return parts(account, List.of());
        }
        if (!scope.regions().isEmpty()) {
            return parts(account, scope.regions()).stream()
                    .filter(cell -> holds(scope, true) || !cell.region().equals(Resource.Place.GLOBAL))
                    .toList();
        }
        return switch (regions.of(account)) {
            case Asked.Got<SortedSet<String>>(var enabled) -> parts(account, enabled);
            case Asked.Not<SortedSet<String>> _ -> List.of(new Cell(account.id(), Cell.EVERYWHERE));
        };
    }

    /** Whether it looks at types that belong to no region, or at others. */
    private boolean holds(ScanScope scope, boolean global) {
        return types.get().types().stream()
                .filter(type -> scope.types().isEmpty()
                        || scope.types().contains(type.type().name()))
                .anyMatch(type -> type.heading().home() instanceof Home.Global == global);
    }

    /** What takes longest should begin first: most accounts have most in the region in which each of them begins. */
    private static List<Cell> parts(Account account, Collection<String> regions) {
        String home = Partitions.home(account.placement().partition().toString());
        return Stream.concat(Stream.of(Resource.Place.GLOBAL), regions.stream())
                .sorted(Comparator.comparing(region -> !region.equals(home)))
                .map(region -> new Cell(account.id(), region))
                .toList();
    }

    private static List<Cell> told(Future<List<Cell>> cells) {
        try {
            return cells.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the process ends", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("an account's regions cannot be asked for", e.getCause());
        }
    }
}
