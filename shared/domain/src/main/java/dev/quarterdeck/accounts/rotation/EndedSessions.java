package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Connection.ByRole;
import dev.quarterdeck.accounts.Revocations;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accounts on whose roles the policy is, or may be, that ends older sessions. It stays until none of those can be alive by
 * itself: taken off sooner, it would give back a session to whoever stole it.
 */
public final class EndedSessions {
    private static final String PARTITION = "ACCOUNTS-SESSIONS-ENDED";

    private final Table table;
    private final Accounts accounts;
    private final SessionEnding roles;
    private final Clock clock;

    public EndedSessions(Table table, SessionEnding roles, Clock clock) {
        this.table = table;
        this.accounts = new Accounts(table);
        this.roles = roles;
        this.clock = clock;
    }

    /** Written with what closes the account, so that no crash leaves a policy of which nobody knows. */
    List<Write> intent(Account account) {
        Instant over = clock.instant().plus(ByRole.LONGEST);
        return revoked(account).isEmpty()
                ? List.of()
                : List.of(Write.put(Row.of(
                        key(account.id()), new Members().put("over_at", over).json())));
    }

    Ended end(Account account, Instant before) {
        return revoked(account)
                .map(connection -> roles.end(connection, before)
                        .<Ended>map(trouble -> new Ended.Failed(trouble.message()))
                        .orElseGet(Ended.Attached::new))
                .orElseGet(Ended.Printed::new);
    }

    /** Takes off what has done its work, and says where. What AWS refuses is tried again the next time. */
    public List<AccountId> clear() {
        var cleared = new ArrayList<AccountId>();
        Optional<Page> page = Optional.of(table.query(Query.of(PARTITION)));
        while (page.isPresent()) {
            page.get().rows().stream()
                    .map(row -> new AccountId(row.key().sort()))
                    .filter(this::clear)
                    .forEach(cleared::add);
            page = page.get().next().map(next -> table.query(Query.of(PARTITION).from(next)));
        }
        return cleared;
    }

    /** Whether nothing is left there to be taken off; what is still of use, or closed, stays as it is. */
    boolean clear(AccountId id) {
        Optional<Row> row = table.get(key(id)).filter(this::isOver);
        if (row.isEmpty() || new Revocations(table).of(id).isPresent()) {
            return false;
        }
        boolean off = accounts.find(id)
                .flatMap(EndedSessions::revoked)
                .flatMap(roles::endNoMore)
                .isEmpty();
        return off && table.write(List.of(Write.delete(key(id)))).done();
    }

    private boolean isOver(Row row) {
        return !clock.instant().isBefore(Fields.of(row.data()).instant("over_at"));
    }

    /** Its roles, if one of them can end the others' sessions. */
    private static Optional<ByRole> revoked(Account account) {
        return account.connection() instanceof ByRole role && role.revoker().isPresent()
                ? Optional.of(role)
                : Optional.empty();
    }

    private static Key key(AccountId id) {
        return new Key(PARTITION, id.value());
    }
}
