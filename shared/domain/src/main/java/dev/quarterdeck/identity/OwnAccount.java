package dev.quarterdeck.identity;

import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.LocalAccounts.Judged;
import dev.quarterdeck.identity.LocalAccounts.Typed;
import dev.quarterdeck.kernel.Base32;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people change about their own way to sign in to this hub: the password, the authenticator. */
public final class OwnAccount {
    /** What an authenticator program is given, to be scanned or typed; told this once. */
    public record Enrolment(String secret, String uri) {
        @Override
        public String toString() {
            return "Enrolment[***]";
        }
    }

    private static final int SECRET_BYTES = 20;

    private final Table table;
    private final Desk desk;
    private final Tokens tokens;

    @Inject
    public OwnAccount(Table table, Desk desk, Tokens tokens) {
        this.table = table;
        this.desk = desk;
        this.tokens = tokens;
    }

    /** Ends all sessions, this one too. */
    public void changePassword(String old, String fresh, Act act) {
        var account = account(act);
        desk.limits().count(account.name(), act.from().address());
        if (desk.accounts().judge(new Typed(account.name(), old, Optional.empty())) instanceof Judged.Wrong) {
            throw new FailureException(Failure.invalid("/old_password", "is wrong"));
        }
        PasswordRules.check(fresh, account.name(), "/new_password");
        var user = table.get(Users.key(account.user().handle())).orElseThrow();
        var changed = desk.accounts().withPassword(account, fresh);
        commit(List.of(changed.saved(), Users.signedOut(user)), "password.change", act);
        desk.limits().forgive(account.name(), act.from().address());
    }

    /** Makes a secret for an authenticator. It counts from when a code of it was shown. */
    public Enrolment begin(Act act) {
        byte[] secret = tokens.bytes(SECRET_BYTES);
        var account = account(act);
        commit(List.of(desk.accounts().withAuthenticator(account, secret).saved()), "authenticator.begin", act);
        String text = Base32.encode(secret, SECRET_BYTES).toUpperCase(Locale.ROOT);
        String label = URLEncoder.encode(account.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Enrolment(text, "otpauth://totp/Quarterdeck:%s?secret=%s&issuer=Quarterdeck".formatted(label, text));
    }

    /** Says whether the code was right: from then on every sign-in needs one. */
    public boolean confirm(String code, Act act) {
        var account = account(act);
        desk.limits().count(account.name(), act.from().address());
        var used = desk.accounts().using(account, code);
        used.ifPresent(it -> commit(List.of(it.saved()), "authenticator.confirm", act));
        return used.isPresent();
    }

    private LocalAccount account(Act act) {
        var caller = act.by();
        return desk.accounts()
                .find(caller.name())
                .filter(account -> account.user().equals(caller.user()))
                .orElseThrow(
                        () -> new FailureException(new Failure.Conflict("you do not sign in to this hub itself, but by "
                                + caller.user().issuer())));
    }

    private void commit(List<Write> writes, String action, Act act) {
        var thing = Thing.of("user", act.by().user().handle());
        if (!desk.audit().commit(writes, act.did(action, thing)).done()) {
            throw new FailureException(new Failure.Conflict("it was changed a moment ago; try again"));
        }
    }
}
