package dev.quarterdeck.identity;

import dev.quarterdeck.identity.LocalAccounts.Typed;
import dev.quarterdeck.identity.access.Binding;
import dev.quarterdeck.identity.access.Period;
import dev.quarterdeck.identity.access.Role;
import dev.quarterdeck.identity.access.RuleCodec;
import dev.quarterdeck.identity.access.Scope;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a hub gets its first administrator: a code, printed once where only its owner looks, is traded for an account. */
public final class FirstAdmin {
    private static final Key SETUP = new Key("setup", "admin");
    private static final String CODE = "code";

    private final Table table;
    private final Desk desk;
    private final Tokens tokens;

    @Inject
    public FirstAdmin(Table table, Desk desk, Tokens tokens) {
        this.table = table;
        this.desk = desk;
        this.tokens = tokens;
    }

    /** A new code in place of any older one, or nothing once there was an administrator. */
    public Optional<String> code() {
        var row = table.get(SETUP);
        if (row.isPresent() && row.get().data().get(CODE).isEmpty()) {
            return Optional.empty();
        }
        String code = OneTimeCode.fresh(tokens);
        var data = new Members().put(CODE, OneTimeCode.hash(code)).json();
        return table.write(Write.over(row, SETUP, data)).done() ? Optional.of(code) : Optional.empty();
    }

    /** Makes the administrator and signs them in; refused where the code is wrong or was used. */
    public SignedIn claim(String code, Typed typed, Knock knock) {
        desk.limits().count("setup", knock.origin().address());
        var row = table.get(SETUP);
        var expected = row.flatMap(it -> it.data().get(CODE));
        if (expected.isEmpty() || !expected.get().equals(Json.of(OneTimeCode.hash(code)))) {
            desk.audit().record(LocalSignIn.refused("first-admin", "refused", knock));
            return new SignedIn.Refused();
        }
        if (LocalAccount.normal(typed.name()).isEmpty()) {
            throw new FailureException(Failure.invalid("/name", "is empty"));
        }
        PasswordRules.check(typed.password(), typed.name(), "/password");
        return open(row.get(), typed, knock);
    }

    private SignedIn open(Row setup, Typed typed, Knock knock) {
        var user =
                User.of(new UserId(UserId.LOCAL, tokens.text(10)), typed.name().strip());
        var account = desk.accounts().make(typed.name(), user.id(), typed.password());
        var admin = new Binding("first-admin", user.id(), Role.ADMIN.id(), Scope.Everywhere.VALUE, Period.ALWAYS);
        var writes = Stream.of(
                        Write.over(Optional.of(setup), SETUP, Json.Obj.EMPTY),
                        Users.added(user),
                        account.saved(),
                        Write.put(Row.of(Rules.binding(admin.id()), RuleCodec.encode(admin))),
                        Rules.changed())
                .toList();
        var opening = new Opening(user, List.of("pwd"), knock, writes, session -> LocalSignIn.opened(session, knock));
        return desk.sessions().open(opening).<SignedIn>map(SignedIn.In::new).orElseGet(SignedIn.Refused::new);
    }
}
