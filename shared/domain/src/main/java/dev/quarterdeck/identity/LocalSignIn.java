package dev.quarterdeck.identity;

import dev.quarterdeck.audit.Actor;
import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.audit.Outcome;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.LocalAccounts.Judged;
import dev.quarterdeck.identity.LocalAccounts.Typed;
import jakarta.inject.Inject;
import java.util.List;

/** Signing in to this hub itself, by name, password and, where there is an authenticator, its code. */
public final class LocalSignIn {
    private final Desk desk;

    @Inject
    public LocalSignIn(Desk desk) {
        this.desk = desk;
    }

    public SignedIn signIn(Typed typed, Knock knock) {
        String name = LocalAccount.normal(typed.name());
        desk.limits().count(name, knock.origin().address());
        return switch (desk.accounts().judge(typed)) {
            case Judged.Right right -> open(name, right, knock);
            case Judged.CodeNeeded needed -> {
                desk.audit().record(refused(needed.user().id().handle(), "code-needed", knock));
                yield new SignedIn.CodeNeeded();
            }
            case Judged.Wrong _ -> wrong(knock);
        };
    }

    private SignedIn open(String name, Judged.Right right, Knock knock) {
        var opening =
                new Opening(right.user(), right.methods(), knock, right.provided(), session -> opened(session, knock));
        var opened = desk.sessions().open(opening);
        if (opened.isEmpty()) {
            return wrong(knock); // the code was used, or the user disabled, a moment ago
        }
        desk.limits().forgive(name, knock.origin().address());
        return new SignedIn.In(opened.get());
    }

    private SignedIn wrong(Knock knock) {
        // The name stays unrecorded: people type passwords where names belong.
        desk.audit().record(refused("unknown", "refused", knock));
        return new SignedIn.Refused();
    }

    static Entry opened(Session session, Knock knock) {
        var user = session.user();
        var actor = new Actor(
                user.issuer(), user.subject(), session.id(), session.signIn().methods());
        return Entry.of(
                actor, "session.open", Thing.of("session", session.id()), Outcome.done("local"), knock.origin());
    }

    static Entry refused(String user, String result, Knock knock) {
        var outcome = new Outcome(false, List.of("local"), result);
        return Entry.of(Actor.NOBODY, "session.open", Thing.of("user", user), outcome, knock.origin());
    }
}
