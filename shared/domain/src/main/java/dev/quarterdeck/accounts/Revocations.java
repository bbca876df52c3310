package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Accounts that nobody may enter now, by an emergency: one, or all of them. Whoever opens sessions asks here each time; the
 * answer is never older than the question.
 */
public final class Revocations {
    private static final String PARTITION = "revocation";
    private static final String ALL = "all";

    private final Table table;

    @Inject
    public Revocations(Table table) {
        this.table = table;
    }

    /** What is closed, since when and why. */
    public record Revocation(Optional<AccountId> account, Instant since, String why) {
        private Row row() {
            var data = new Members().put("since", since).put("why", why);
            account.ifPresent(one -> data.put("account", one.value()));
            return Row.of(key(account), data.json());
        }

        private static Revocation of(Row row) {
            Fields fields = Fields.of(row.data());
            return new Revocation(
                    fields.maybeText("account", AccountId::new), fields.instant("since"), fields.text("why"));
        }
    }

    /** Why this account is closed, if it is: its own revocation, or that of all. */
    public Optional<Revocation> of(AccountId account) {
        List<Key> keys = List.of(key(Optional.of(account)), key(Optional.empty()));
        var rows = table.get(keys);
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(rows.get(key)).stream())
                .map(Revocation::of)
                .findFirst();
    }

    /** The account's own, whatever holds for all. */
    public Optional<Revocation> own(AccountId account) {
        return table.get(key(Optional.of(account))).map(Revocation::of);
    }

    /** Closes, to be written with whatever else the emergency changes. */
    public static Write revoke(Revocation revocation) {
        return Write.put(revocation.row());
    }

    /** Opens again what was closed: one account, or what was closed for all. */
    public static Write lift(Optional<AccountId> account) {
        return Write.delete(key(account));
    }

    private static Key key(Optional<AccountId> account) {
        return new Key(PARTITION, account.map(AccountId::value).orElse(ALL));
    }
}
