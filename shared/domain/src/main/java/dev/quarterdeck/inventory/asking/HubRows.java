package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generations;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a hub knows of all its accounts, as rows. */
public record HubRows(Accounts accounts, Generations generations, Facts facts) {
    /** As they were at an instant; without one, as they are. */
    public RowSource at(Optional<Instant> instant) {
        return new FactRows(facts, generations, every(), instant);
    }

    /** As they are; those that nobody sees are not even read. */
    public RowSource seen(Sight sight) {
        Collection<Account> seen = switch (sight) {
            case Sight.Everything _ -> every();
            case Sight.Accounts(var some) ->
                every().stream().filter(account -> some.contains(account.id())).toList();
        };
        return new FactRows(facts, generations, seen, Optional.empty());
    }

    private List<Account> every() {
        return accounts.every(new AccountFilter.All()).toList();
    }
}
