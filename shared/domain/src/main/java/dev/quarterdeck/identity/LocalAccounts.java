package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The names and passwords of those who sign in to this hub itself. */
public final class LocalAccounts {
    /** What somebody typed. */
    public record Typed(String name, String password, Optional<String> code) {
        @Override
        public String toString() {
            return "Typed[***]";
        }
    }

    /** What came of looking at what somebody typed. */
    sealed interface Judged {
        /** Right, by these methods, provided that the writes go through. */
        record Right(User user, List<String> methods, List<Write> provided) implements Judged {}

        record CodeNeeded(User user) implements Judged {}

        record Wrong() implements Judged {}
    }

    /** How secrets are hashed and sealed. */
    public record Secrets(PasswordHash passwords, Sealing sealing) {
        @Inject
        public Secrets {}
    }

    private final Table table;
    private final Secrets secrets;
    private final Clock clock;

    @Inject
    public LocalAccounts(Table table, Secrets secrets, Clock clock) {
        this.table = table;
        this.secrets = secrets;
        this.clock = clock;
    }

    Optional<LocalAccount> find(String name) {
        return table.get(LocalAccount.key(LocalAccount.normal(name))).map(LocalAccount::read);
    }

    /** The same work is done for names that nobody has. */
    Judged judge(Typed typed) {
        var account = find(typed.name());
        boolean matches = secrets.passwords().matches(typed.password(), account.map(LocalAccount::password));
        var user = account.flatMap(it -> table.get(Users.key(it.user().handle())))
                .map(row -> UserCodec.decode(row.data()))
                .filter(User::enabled);
        return matches && user.isPresent()
                ? judge(account.orElseThrow(), user.get(), typed.code())
                : new Judged.Wrong();
    }

    /** A new account; the password must have been checked. */
    LocalAccount make(String name, UserId user, String password) {
        String normal = LocalAccount.normal(name);
        return new LocalAccount(normal, user, secrets.passwords().hash(password), Optional.empty(), 0);
    }

    LocalAccount withPassword(LocalAccount account, String password) {
        return account.withPassword(secrets.passwords().hash(password));
    }

    /** With this password, and no authenticator. */
    LocalAccount anew(LocalAccount account, String password) {
        String hash = secrets.passwords().hash(password);
        return new LocalAccount(account.name(), account.user(), hash, Optional.empty(), account.version());
    }

    LocalAccount withAuthenticator(LocalAccount account, byte[] secret) {
        return account.with(new LocalAccount.Authenticator(secrets.sealing().seal(secret, account.place()), false, 0));
    }

    /** The account with its authenticator's code used up, if the code is right and was not used. */
    Optional<LocalAccount> using(LocalAccount account, String code) {
        return account.authenticator().flatMap(it -> {
            byte[] secret = secrets.sealing().open(it.sealed(), account.place());
            OptionalLong step = Totp.COMMON.accept(secret, code, clock.instant(), it.lastStep());
            return step.isEmpty()
                    ? Optional.empty()
                    : Optional.of(account.with(new LocalAccount.Authenticator(it.sealed(), true, step.getAsLong())));
        });
    }

    private Judged judge(LocalAccount account, User user, Optional<String> code) {
        var provided = new ArrayList<>(List.of(Users.unchanged(user)));
        if (account.secondFactor().isEmpty()) {
            return new Judged.Right(user, List.of("pwd"), provided);
        }
        if (code.isEmpty()) {
            return new Judged.CodeNeeded(user);
        }
        var used = using(account, code.get());
        used.map(LocalAccount::saved).ifPresent(provided::add);
        return used.isEmpty() ? new Judged.Wrong() : new Judged.Right(user, List.of("pwd", "otp"), provided);
    }
}
