package dev.quarterdeck.inventory.scanning;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Status;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a scan has to read: the accounts that it names, or all that the hub may read by now, a cell for each. */
public final class ScanPlanner implements Function<ScanId, List<Cell>> {
    private final Scans scans;
    private final Accounts accounts;

    public ScanPlanner(Scans scans, Accounts accounts) {
        this.scans = scans;
        this.accounts = accounts;
    }

    @Override
    public List<Cell> apply(ScanId id) {
        return scans.find(id).stream()
                .flatMap(scan -> accounts(scan.scope()))
                .map(account -> new Cell(account, Cell.EVERYWHERE))
                .toList();
    }

    private Stream<AccountId> accounts(ScanScope scope) {
        return scope.isEverywhere()
                ? accounts.every(new AccountFilter.WithStatus(Status.ACTIVE)).map(Account::id)
                : scope.accounts().stream();
    }
}
