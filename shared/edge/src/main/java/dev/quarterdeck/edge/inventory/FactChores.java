package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.upkeep.Chore;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.inventory.history.Pruning;
import dev.quarterdeck.kernel.table.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** What a hub does by itself about the facts of its accounts. */
final class FactChores {
    private final Table table;
    private final Care care;
    private final Clock clock;

    FactChores(Table table, Care care, Clock clock) {
        this.table = table;
        this.care = care;
        this.clock = clock;
    }

    List<Chore> chores() {
        var pruning = new Pruning(new Generations(table), care.objects(), care.retention(), clock);
        return List.of(
                new Chore("facts-check", Duration.ofHours(1), _ -> "mended: " + mended()),
                new Chore("facts-pruning", Duration.ofDays(1), _ -> "let go: " + pruning.prune(accounts())));
    }

    private List<AccountId> mended() {
        return accounts().stream().filter(this::isMended).toList();
    }

    private boolean isMended(AccountId account) {
        try {
            return care.mender().mend(account).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<AccountId> accounts() {
        return new Accounts(table)
                .every(new AccountFilter.All())
                .map(Account::id)
                .toList();
    }
}
