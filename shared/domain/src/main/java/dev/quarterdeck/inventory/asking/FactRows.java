package dev.quarterdeck.inventory.asking;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.inventory.history.AccountFacts;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generation;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The rows of a hub's accounts, each a part, as they are or were at an instant. Whatever is published meanwhile, they stay
 * as they are. What the book of accounts says of an account is said as it is today.
 */
public final class FactRows implements RowSource {
    private final Facts facts;
    private final Generations generations;
    private final Map<String, Known> accounts = new LinkedHashMap<>();

    /** An account without a generation had not been scanned. */
    private record Known(BookedAccount account, Optional<Generation> generation) {
        String stamp() {
            return generation.map(it -> it.number() + " ").orElse("") + account.stamp();
        }
    }

    public FactRows(Facts facts, Generations generations, Collection<Account> accounts, Optional<Instant> at) {
        this.facts = facts;
        this.generations = generations;
        Map<AccountId, Generation> live = at.isPresent()
                ? Map.of()
                : generations.live(accounts.stream().map(Account::id).toList());
        for (Account account : accounts) {
            Optional<Generation> generation = at.isPresent()
                    ? generations.at(account.id(), at.get())
                    : Optional.ofNullable(live.get(account.id()));
            this.accounts.put(account.id().value(), new Known(new BookedAccount(account), generation));
        }
    }

    @Override
    public Set<Sheet> sheets() {
        return Sheet.ALL;
    }

    @Override
    public Map<String, String> stamps() {
        var stamps = new LinkedHashMap<String, String>();
        accounts.forEach((id, known) -> stamps.put(id, known.stamp()));
        return stamps;
    }

    @Override
    public void rows(String part, Sheet sheet, Consumer<Json.Obj> sink) {
        Known known = accounts.get(part);
        if (known == null) {
            return;
        }
        switch (sheet) {
            case ACCOUNTS -> sink.accept(known.account().row(known.generation().map(Generation::at)));
            case CHANGES -> generations.every(known.account().id()).forEach(it -> changes(it, sink));
            case RESOURCES, EDGES, COVERAGE ->
                known.generation().ifPresent(it -> facts(facts.of(it), known.account(), sheet, sink));
        }
    }

    private static void facts(AccountFacts facts, BookedAccount account, Sheet sheet, Consumer<Json.Obj> sink) {
        switch (sheet) {
            case RESOURCES -> facts.resources(row -> sink.accept(account.on(row)));
            case EDGES -> facts.edges(sink);
            default -> facts.coverage().forEach(sink);
        }
    }

    /** A gap in what is told of the past is said: no answer is taken for all there was. */
    private void changes(Generation generation, Consumer<Json.Obj> sink) {
        facts.changes(generation)
                .orElseThrow(() -> new FailureException(new Failure.Unavailable(
                        "what changed in account %s until %s cannot be read: its object is damaged"
                                .formatted(generation.account(), generation.at()))))
                .forEach(change -> ChangeRows.of(change).forEach(sink));
    }
}
