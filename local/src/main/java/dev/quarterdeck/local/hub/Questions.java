package dev.quarterdeck.local.hub;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.asking.Asking;
import dev.quarterdeck.inventory.asking.FactRows;
import dev.quarterdeck.inventory.asking.Filing;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.inventory.asking.SqlQueries;
import dev.quarterdeck.inventory.asking.SqlSchema;
import dev.quarterdeck.inventory.history.Facts;
import dev.quarterdeck.inventory.history.Generations;
import dev.quarterdeck.kernel.objects.Objects;
import dev.quarterdeck.local.asking.SandboxProcess;
import dev.quarterdeck.query.lists.HistoricLists;
import dev.quarterdeck.query.sql.ChildQueries;
import dev.quarterdeck.query.sql.Limits;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How the inventory of a workspace is asked as a whole. What that takes is made when somebody first asks. */
final class Questions implements SqlQueries, AutoCloseable {
    private final Accounts accounts;
    private final Generations generations;
    private final Facts facts;
    private final Supplier<TypeCatalog> types;
    private final EngineFiles engines;
    private final HistoricLists lists;
    private final Objects objects;

    Questions(Workspace workspace, Supplier<TypeCatalog> types) {
        this.accounts = new Accounts(workspace.table());
        this.generations = new Generations(workspace.table());
        this.facts = workspace.facts();
        this.types = types;
        this.objects = workspace.objects();
        this.engines = new EngineFiles(workspace.projections());
        this.lists = new HistoricLists(engines::open, at -> rows(every(), at));
    }

    Asking asking() {
        return new Asking(new CatalogWords(types), lists, lists, this).with(new Filing(lists, objects));
    }

    private FactRows rows(Collection<Account> asked, Optional<Instant> at) {
        return new FactRows(facts, generations, asked, at);
    }

    private Collection<Account> every() {
        return accounts.every(new AccountFilter.All()).toList();
    }

    /** Rows that nobody may see are not even read. */
    @Override
    public SqlAnswer ask(String sql, Sight sight) {
        Collection<Account> seen = switch (sight) {
            case Sight.Everything _ -> every();
            case Sight.Accounts(var some) ->
                every().stream().filter(account -> some.contains(account.id())).toList();
        };
        return queries(rows(seen, Optional.empty())).ask(sql, sight);
    }

    @Override
    public SqlSchema schema() {
        return queries(rows(List.of(), Optional.empty())).schema();
    }

    private SqlQueries queries(FactRows rows) {
        var all = types.get().types().stream().map(TypeDefinition::type).toList();
        return new ChildQueries(SandboxProcess.command(), rows, all, Limits.USUAL);
    }

    @Override
    public void close() {
        try (engines) { // after what keeps its rows there
            lists.close();
        }
    }
}
