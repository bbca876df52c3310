package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.edge.accounts.AccountTarget;
import dev.quarterdeck.identity.access.Sight;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.inventory.exporting.ExportSight;
import dev.quarterdeck.kernel.table.Table;
import java.util.Set;
import java.util.function.Function;

/** What the owners of exports may see by the rules of this moment; nobody sees an account that is no longer here. */
final class OwnerSight implements ExportSight {
    private final Accounts accounts;
    private final Function<UserId, Sight> sights;

    OwnerSight(Table table, Function<UserId, Sight> sights) {
        this.accounts = new Accounts(table);
        this.sights = sights;
    }

    @Override
    public boolean sees(UserId owner, Set<AccountId> some) {
        Sight sight = sights.apply(owner);
        return some.stream()
                .allMatch(id -> accounts.find(id)
                        .filter(account -> sight.includes(AccountTarget.of(account)))
                        .isPresent());
    }
}
