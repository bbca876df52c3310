package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where rotations that are under way have come to. */
public final class Stages {
    private static final int ATTEMPTS = 8;

    private final Table table;

    @Inject
    public Stages(Table table) {
        this.table = table;
    }

    /** Every row of an account's. */
    public static Query all(AccountId id) {
        return Query.of(key(id).partition());
    }

    Optional<Stage> of(AccountId id) {
        return table.get(key(id)).map(row -> Stage.of(row.data()));
    }

    Write write(AccountId id, Stage stage) {
        return Write.put(Row.of(key(id), stage.json()));
    }

    void put(AccountId id, Stage stage) {
        commit(write(id, stage));
    }

    void end(AccountId id) {
        commit(Write.delete(key(id)));
    }

    private void commit(Write write) {
        if (!Contention.resolve(ATTEMPTS, () -> table.write(write)).done()) {
            throw new FailureException(new Failure.Unavailable("the rotation cannot be written down: try again"));
        }
    }

    private static Key key(AccountId id) {
        return new Key("ACCOUNT-ROTATION#" + id, "KEY");
    }
}
