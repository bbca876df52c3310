package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.accounts.AccountTarget;
import dev.quarterdeck.inventory.scanning.ScanScope;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which scans a caller sees and may steer: it follows from the accounts that they are about. */
final class ScanSight {
    private final Accounts accounts;

    ScanSight(Accounts accounts) {
        this.accounts = accounts;
    }

    boolean sees(Call call, AccountId id) {
        return call.sight().everything()
                || accounts.find(id).filter(account -> includes(call, account)).isPresent();
    }

    /** A scan of all accounts is seen by whoever sees any. */
    boolean sees(Call call, ScanScope scope) {
        return scope.isEverywhere()
                ? !call.sight().nothing()
                : scope.accounts().stream().anyMatch(id -> sees(call, id));
    }

    /** Who steers a scan must be allowed to for each of its accounts. */
    void requireAll(Call call, ScanScope scope) {
        boolean all = call.sight().everything()
                || (!scope.isEverywhere() && scope.accounts().stream().allMatch(id -> sees(call, id)));
        if (!all) {
            throw new FailureException(
                    new Failure.Forbidden("scan:run", "it is about accounts that your rights do not reach"));
        }
    }

    /** What a wish of this caller comes to: accounts that can be read, and all of them only for who reaches all. */
    ScanScope reach(Call call, ScanScope wish) {
        if (!wish.isEverywhere()) {
            wish.accounts().forEach(id -> check(call, id));
            return wish;
        }
        SortedSet<AccountId> active = accounts.every(new AccountFilter.WithStatus(Status.ACTIVE))
                .filter(account -> includes(call, account))
                .map(Account::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (active.isEmpty()) {
            throw new FailureException(new Failure.Conflict("there is no active account to scan: connect one first"));
        }
        return call.sight().everything() ? wish : wish.in(active);
    }

    /** The same for later: all accounts that there will be, only for who reaches all. */
    ScanScope planned(Call call, ScanScope wish) {
        return wish.isEverywhere() && call.sight().everything() ? wish : reach(call, wish);
    }

    private void check(Call call, AccountId id) {
        Account account = accounts.find(id)
                .filter(known -> includes(call, known))
                .orElseThrow(() -> new FailureException(
                        Failure.invalid("/accounts", "account %s is not known here".formatted(id))));
        Status status = account.standing().status();
        if (status != Status.ACTIVE) {
            throw new FailureException(new Failure.Conflict(
                    "account %s is %s: only active ones are scanned".formatted(id, status.word())));
        }
    }

    private static boolean includes(Call call, Account account) {
        return call.sight().includes(AccountTarget.of(account));
    }
}
