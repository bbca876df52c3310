package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rows of one partition that is an account's: its history, its proofs. */
public final class OwnRows implements Remains {
    private static final int A_TIME = 50;

    private final String kind;
    private final Table table;
    private final Function<AccountId, Query> where;

    public OwnRows(String kind, Table table, Function<AccountId, Query> where) {
        this.kind = kind;
        this.table = table;
        this.where = where;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public long count(AccountId id) {
        long count = 0;
        Optional<Page> page = Optional.of(table.query(where.apply(id)));
        while (page.isPresent()) {
            count += page.get().rows().size();
            page = page.get().next().map(next -> table.query(where.apply(id).from(next)));
        }
        return count;
    }

    @Override
    public boolean clear(AccountId id) {
        Page page = table.query(where.apply(id).limit(A_TIME));
        List<Write> deletes =
                page.rows().stream().map(Row::key).<Write>map(Write::delete).toList();
        return table.write(deletes).done() && page.next().isEmpty();
    }
}
