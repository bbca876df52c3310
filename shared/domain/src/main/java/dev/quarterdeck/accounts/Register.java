package dev.quarterdeck.accounts;

import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes accounts with all that belongs to a change, in one transaction: its audit record, its event, its history. */
public final class Register {
    private static final String KIND = "account";
    private static final int ATTEMPTS = 50;

    private final Accounts accounts;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Register(Accounts accounts, AuditLog audit, Clock clock) {
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A change of an account: what it is called in records, by whom, and what else is written with it. */
    public record Deed(String action, Attribution by, Function<Account, List<Write>> along) {
        public static Deed of(String action, Attribution by) {
            return new Deed(action, by, _ -> List.of());
        }
    }

    public Optional<Account> known(AccountId id) {
        return accounts.find(id);
    }

    public Account find(AccountId id) {
        return known(id).orElseThrow(() -> missing(id));
    }

    /** The account, if sessions may be made into it. */
    public Account open(AccountId id) {
        Account account = find(id);
        Status status = account.standing().status();
        if (status == Status.PAUSED || status == Status.DELETING) {
            throw new FailureException(
                    new Failure.Conflict("account %s is %s: no session is made into it".formatted(id, status.word())));
        }
        return account;
    }

    public Account add(Account account, Deed deed) {
        return settle(offer(account, deed));
    }

    /** Adds the account unless something stands against it, which the caller deals with. */
    public Saved offer(Account account, Deed deed) {
        var entry = deed.by().did(deed.action(), Thing.made(KIND, account.id().value(), AccountCodec.encode(account)));
        return Contention.resolve(
                ATTEMPTS,
                () -> accounts.add(
                        account,
                        writes -> audit.commit(
                                and(writes, deed, account, Happening.connected(account, deed.action())), entry)),
                Saved.Busy.class::isInstance);
    }

    /** Changes the account as it is now, or only if it is the version that the caller read. */
    public Account change(AccountId id, OptionalLong version, Deed deed, UnaryOperator<Account> change) {
        Predicate<Saved> lost =
                saved -> saved instanceof Saved.Busy || (saved instanceof Saved.Stale && version.isEmpty());
        Saved saved = Contention.resolve(ATTEMPTS, () -> attempt(id, version, deed, change), lost);
        if (lost.test(saved)) {
            throw busy();
        }
        return settle(saved);
    }

    private Saved attempt(AccountId id, OptionalLong version, Deed deed, UnaryOperator<Account> change) {
        Account before = find(id);
        if (version.isPresent() && version.getAsLong() != before.revision().version()) {
            throw new FailureException(new Failure.Stale(KIND, id.value()));
        }
        Account after = change.apply(before).next(clock.instant());
        return accounts.replace(before, after, writes -> commit(writes, before, after, deed));
    }

    public void remove(Account account, Deed deed) {
        var entry =
                deed.by().did(deed.action(), Thing.removed(KIND, account.id().value(), AccountCodec.encode(account)));
        Write removed = Happening.removed(account, deed.action());
        settle(accounts.remove(account, writes -> audit.commit(and(writes, deed, account, removed), entry)));
    }

    private Written commit(List<Write> writes, Account before, Account after, Deed deed) {
        var thing = Thing.changed(KIND, after.id().value(), AccountCodec.encode(before), AccountCodec.encode(after));
        var entry = deed.by().did(deed.action(), thing);
        var all = new ArrayList<>(and(writes, deed, after, Happening.changed(before, after, deed.action())));
        all.addAll(History.of(before, after, entry));
        return audit.commit(all, entry);
    }

    private static List<Write> and(List<Write> writes, Deed deed, Account account, Write event) {
        return Stream.of(writes, deed.along().apply(account), List.of(event))
                .flatMap(List::stream)
                .toList();
    }

    /** The account that was saved, or a failure that says why it was not. */
    public static Account settle(Saved saved) {
        return switch (saved) {
            case Saved.Done(var account) -> account;
            case Saved.AccountTaken(var id) ->
                throw new FailureException(new Failure.Conflict("account %s is connected already".formatted(id)));
            case Saved.NameTaken(var name) ->
                throw new FailureException(
                        new Failure.Conflict("another account is called '%s': choose another name".formatted(name)));
            case Saved.Stale(var id) -> throw new FailureException(new Failure.Stale(KIND, id.value()));
            case Saved.Busy _ -> throw busy();
        };
    }

    private static FailureException missing(AccountId id) {
        return new FailureException(new Failure.NotFound(KIND, id.value()));
    }

    private static FailureException busy() {
        return new FailureException(new Failure.Unavailable("others are changing this account: try again"));
    }
}
