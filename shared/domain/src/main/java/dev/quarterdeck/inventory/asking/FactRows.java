package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.kernel.Json;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows of accounts: an account is a part, its generation the stamp. Whatever is published meanwhile, they stay as they are. */
public final class FactRows implements RowSource {
    private final Facts facts;
    private final Map<String, Generation> generations = new LinkedHashMap<>();

    /** {@code generation} is which of an account is meant; an account without one was not scanned. */
    public FactRows(Facts facts, Collection<AccountId> accounts, Function<AccountId, Optional<Generation>> generation) {
        this.facts = facts;
        accounts.forEach(account -> generation.apply(account).ifPresent(it -> generations.put(account.value(), it)));
    }

    @Override
    public Map<String, String> stamps() {
        var stamps = new LinkedHashMap<String, String>();
        generations.forEach((account, it) -> stamps.put(account, String.valueOf(it.number())));
        return stamps;
    }

    @Override
    public void rows(String part, Sheet sheet, Consumer<Json.Obj> sink) {
        Generation generation = generations.get(part);
        if (generation == null) {
            return;
        }
        AccountFacts account = facts.of(generation);
        switch (sheet) {
            case RESOURCES -> account.resources(sink);
            case EDGES -> account.edges(sink);
            case COVERAGE -> account.coverage().forEach(sink);
        }
    }
}
