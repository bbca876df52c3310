package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Saved;
import dev.quarterdeck.kernel.Members;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Use case: make many accounts known at once. Each succeeds or fails for itself, and doing it again does no harm. */
public final class Importing {
    private final Connecting connecting;
    private final Accounts accounts;

    @Inject
    public Importing(Connecting connecting, Accounts accounts) {
        this.connecting = connecting;
        this.accounts = accounts;
    }

    /** What came of one account of the file. */
    public record Imported(NewAccount wish, Outcome outcome, Optional<String> why) {
        public Members json() {
            return new Members()
                    .put("account_id", wish.id().value())
                    .put("name", wish.description().name())
                    .put("outcome", outcome.name().toLowerCase(Locale.ROOT))
                    .maybe("why", why);
        }
    }

    public enum Outcome {
        ADDED,
        /** The hub knows it already, and leaves it as it is. */
        KNOWN,
        REFUSED
    }

    /** What would come of it, account by account; nothing is written. */
    public List<Imported> rehearse(List<NewAccount> wishes) {
        return wishes.stream().map(this::rehearsed).toList();
    }

    public List<Imported> bring(List<NewAccount> wishes, Attribution by) {
        return wishes.stream().map(wish -> brought(wish, by)).toList();
    }

    private Imported rehearsed(NewAccount wish) {
        if (accounts.find(wish.id()).isPresent()) {
            return known(wish);
        }
        Optional<Account> namesake = accounts.named(wish.description().name());
        return namesake.map(_ -> nameTaken(wish))
                .or(() -> connecting.against(wish).map(why -> new Imported(wish, Outcome.REFUSED, Optional.of(why))))
                .orElseGet(() -> new Imported(wish, Outcome.ADDED, Optional.empty()));
    }

    private Imported brought(NewAccount wish, Attribution by) {
        Optional<String> against = connecting.against(wish);
        if (against.isPresent()) {
            return new Imported(wish, Outcome.REFUSED, against);
        }
        return switch (connecting.offer(wish, by)) {
            case Saved.Done _ -> new Imported(wish, Outcome.ADDED, Optional.empty());
            case Saved.AccountTaken _ -> known(wish);
            case Saved.NameTaken _ -> nameTaken(wish);
            case Saved.Stale _, Saved.Busy _ ->
                new Imported(wish, Outcome.REFUSED, Optional.of("others are changing it: import it again"));
        };
    }

    private static Imported known(NewAccount wish) {
        return new Imported(wish, Outcome.KNOWN, Optional.empty());
    }

    private static Imported nameTaken(NewAccount wish) {
        return new Imported(wish, Outcome.REFUSED, Optional.of("another account has this name: choose another"));
    }
}
