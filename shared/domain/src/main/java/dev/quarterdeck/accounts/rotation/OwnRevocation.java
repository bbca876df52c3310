package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Revocations;
import dev.quarterdeck.accounts.connect.Remains;
import dev.quarterdeck.kernel.table.Table;
import java.util.List;
import java.util.Optional;

/** That an account was closed in an emergency: connected anew it has a new external id and a proof before it. */
public record OwnRevocation(Table table, AgentStop agents) implements Remains {
    @Override
    public String kind() {
        return "revocations";
    }

    @Override
    public long count(AccountId id) {
        return new Revocations(table).own(id).isPresent() ? 1 : 0;
    }

    @Override
    public boolean clear(AccountId id) {
        Optional<AccountId> one = Optional.of(id);
        return table.write(List.of(Revocations.lift(one), agents.lift(one))).done();
    }
}
