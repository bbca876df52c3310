package dev.quarterdeck.identity;

import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.LocalAccounts.Typed;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How people come to sign in to this hub itself, or come back after they lost password or authenticator: somebody who
 * manages users gets a code for them, which they trade for a password of their own.
 */
public final class Invitations {
    /** A code, told this once, and until when it counts. */
    public record Invited(User user, String code, Instant until) {
        @Override
        public String toString() {
            return "Invited[%s, ***, %s]".formatted(user.id().handle(), until);
        }
    }

    static final Duration LIFE = Duration.ofDays(3);
    private static final String CODE = "code";

    private final Table table;
    private final Desk desk;
    private final Access access;
    private final Tokens tokens;
    private final Clock clock;

    @Inject
    public Invitations(Table table, Desk desk, Access access, Tokens tokens, Clock clock) {
        this.table = table;
        this.desk = desk;
        this.access = access;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Makes a user without any right, whose password nobody knows until the code is traded. */
    public Invited invite(String name, Act act) {
        if (LocalAccount.normal(name).isEmpty()) {
            throw new FailureException(Failure.invalid("/name", "is empty"));
        }
        var user = User.of(new UserId(UserId.LOCAL, tokens.text(10)), name.strip());
        var account = desk.accounts().make(name, user.id(), tokens.secret());
        var thing = Thing.made("user", user.id().handle(), UserCodec.encode(user));
        return invited(user, List.of(Users.added(user), account.saved()), new Change("user.invite", thing), act)
                .orElseThrow(() -> new FailureException(
                        new Failure.Conflict("somebody signs in to this hub by the name '%s'".formatted(name))));
    }

    /** A new code for somebody who is known; what they sign in with counts until they trade it. */
    public Invited again(String handle, Act act) {
        var row = table.get(Users.key(handle))
                .orElseThrow(() -> new FailureException(new Failure.NotFound("user", handle)));
        var user = UserCodec.decode(row.data());
        if (!user.id().issuer().equals(UserId.LOCAL)) {
            throw new FailureException(new Failure.Conflict("'%s' does not sign in to this hub itself, but by %s"
                    .formatted(user.name(), user.id().issuer())));
        }
        if (!access.beyond(act.by(), user).isEmpty()) {
            // Whoever has the code could be that person.
            throw new FailureException(
                    new Failure.Conflict("'%s' may do what you may not: somebody who may do all of it must renew this"
                            .formatted(user.name())));
        }
        var still = Write.check(row.key(), new Condition.VersionIs(row.version()));
        return invited(user, List.of(still), new Change("user.invite-again", Thing.of("user", handle)), act)
                .orElseThrow(() -> new FailureException(new Failure.Stale("user", handle)));
    }

    /** Sets the password, forgets any authenticator, ends all sessions, and signs in. */
    public SignedIn claim(String code, Typed typed, Knock knock) {
        String name = LocalAccount.normal(typed.name());
        desk.limits().count(name, knock.origin().address());
        var account = desk.accounts().find(name);
        var invitation = account.flatMap(it -> table.get(key(it.user().handle())));
        if (invitation
                .flatMap(it -> it.data().get(CODE))
                .filter(Json.of(OneTimeCode.hash(code))::equals)
                .isEmpty()) {
            desk.audit().record(LocalSignIn.refused("invited", "refused", knock));
            return new SignedIn.Refused();
        }
        PasswordRules.check(typed.password(), typed.name(), "/password");
        var signedIn = open(account.orElseThrow(), invitation.orElseThrow(), typed, knock);
        if (signedIn instanceof SignedIn.In) {
            desk.limits().forgive(name, knock.origin().address());
        }
        return signedIn;
    }

    private SignedIn open(LocalAccount account, Row invitation, Typed typed, Knock knock) {
        var row = table.get(Users.key(account.user().handle())).orElseThrow();
        var user = UserCodec.decode(row.data());
        if (!user.enabled()) {
            return new SignedIn.Refused();
        }
        var anew = user.signedOutEverywhere();
        var writes = List.of(
                Write.delete(invitation.key()).when(new Condition.VersionIs(invitation.version())),
                Users.replaced(anew, row),
                desk.accounts().anew(account, typed.password()).saved());
        var opening = new Opening(anew, List.of("pwd"), knock, writes, session -> LocalSignIn.opened(session, knock));
        return desk.sessions().open(opening).<SignedIn>map(SignedIn.In::new).orElseGet(SignedIn.Refused::new);
    }

    private record Change(String action, Thing thing) {}

    private Optional<Invited> invited(User user, List<Write> state, Change change, Act act) {
        String code = OneTimeCode.fresh(tokens);
        Instant until = clock.instant().plus(LIFE);
        var writes = new ArrayList<>(state);
        writes.add(invitation(user, code, until));
        return desk.audit()
                        .commit(writes, act.did(change.action(), change.thing()))
                        .done()
                ? Optional.of(new Invited(user, code, until))
                : Optional.empty();
    }

    /** One a user: a newer one takes the place of an older one. */
    private Write invitation(User user, String code, Instant until) {
        Key key = key(user.id().handle());
        var data = new Members().put(CODE, OneTimeCode.hash(code)).json();
        return Write.over(table.get(key), key, data).until(until);
    }

    private static Key key(String handle) {
        return new Key("user#" + handle, "invitation");
    }
}
