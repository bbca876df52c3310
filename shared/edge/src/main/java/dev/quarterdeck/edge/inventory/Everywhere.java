package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.inventory.Uid;
import dev.quarterdeck.inventory.find.Ends;
import dev.quarterdeck.inventory.find.Known;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.impact.Web;
import dev.quarterdeck.kernel.Json;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What is known of several accounts, as if it were one. */
record Everywhere(List<AccountFacts> accounts) implements Known, Web {
    @Override
    public void resources(Consumer<Json.Obj> taker) {
        accounts.forEach(account -> account.resources(taker));
    }

    @Override
    public void edges(Consumer<Json.Obj> taker) {
        accounts.forEach(account -> account.edges(taker));
    }

    @Override
    public void bearing(Set<String> words, Consumer<Json.Obj> taker) {
        accounts.forEach(account -> account.bearing(words, taker));
    }

    @Override
    public void resources(Collection<Uid> wanted, Consumer<Json.Obj> taker) {
        accounts.forEach(account -> account.resources(wanted, taker));
    }

    @Override
    public void edges(Ends ends, Consumer<Json.Obj> taker) {
        accounts.forEach(account -> account.edges(ends, taker));
    }
}
