package dev.quarterdeck.identity;

import dev.quarterdeck.audit.Actor;
import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.audit.Outcome;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Signing in by the word of an identity provider: name and groups are as it says each time, rights are ours. */
public final class CompanySignIn {
    private static final int ATTEMPTS = 3;
    private static final int LONGEST = 200;

    private final Table table;
    private final Desk desk;

    @Inject
    public CompanySignIn(Table table, Desk desk) {
        this.table = table;
        this.desk = desk;
    }

    public SignedIn signIn(Vouched vouched, Knock knock) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var row = table.get(Users.key(vouched.user().handle()));
            var known = row.map(it -> UserCodec.decode(it.data()));
            if (known.isPresent() && !known.get().enabled()) {
                break;
            }
            var opened = open(user(vouched, known), row, vouched, knock);
            if (opened.isPresent()) {
                return new SignedIn.In(opened.get());
            }
        }
        var thing = Thing.of("user", vouched.user().handle());
        return refused(Entry.of(Actor.NOBODY, "session.open", thing, Outcome.denied("oidc"), knock.origin()));
    }

    /** What an identity provider sent, or somebody else in its name, proves nobody; {@code why} goes on record. */
    public SignedIn doubt(String why, Knock knock) {
        String told = why.substring(0, Math.min(why.length(), LONGEST));
        var thing = Thing.of("user", "unproven");
        return refused(Entry.of(Actor.NOBODY, "session.open", thing, Outcome.denied("oidc", told), knock.origin()));
    }

    private SignedIn refused(Entry entry) {
        desk.audit().record(entry);
        return new SignedIn.Refused();
    }

    private Optional<Opened> open(User user, Optional<Row> before, Vouched vouched, Knock knock) {
        Write saved = before.map(row -> saved(user, row)).orElseGet(() -> Users.added(user));
        return desk.sessions()
                .open(new Opening(user, vouched.methods(), knock, List.of(saved), session -> opened(session, knock)));
    }

    /** Many sign-ins at once write nothing where the provider says what it said before. */
    private static Write saved(User user, Row before) {
        return UserCodec.decode(before.data()).equals(user) ? Users.unchanged(user) : Users.replaced(user, before);
    }

    private static User user(Vouched vouched, Optional<User> known) {
        return new User(
                vouched.user(),
                vouched.name(),
                vouched.email(),
                vouched.groups(),
                true,
                known.map(User::generation).orElse(1L));
    }

    private static Entry opened(Session session, Knock knock) {
        var user = session.user();
        var actor = new Actor(
                user.issuer(), user.subject(), session.id(), session.signIn().methods());
        return Entry.of(actor, "session.open", Thing.of("session", session.id()), Outcome.done("oidc"), knock.origin());
    }
}
