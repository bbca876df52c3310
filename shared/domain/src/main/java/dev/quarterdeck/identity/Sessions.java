package dev.quarterdeck.identity;

import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Principal;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sessions of people: opened by a sign-in, extended by what the person does, ended by time, limit or hand. */
public final class Sessions {
    /** Who caused a request: a person's act extends the session, a page refreshing itself does not. */
    public enum Activity {
        PERSON,
        BACKGROUND
    }

    /** How sessions live here, and where their secrets come from. */
    public record Settings(SessionRules rules, Tokens tokens) {}

    private record Tried(Written written, Opened opened) {
        boolean lost() {
            return written instanceof Written.Conflict;
        }
    }

    private static final int ATTEMPTS = 200;
    private static final Duration UNSEEN = Duration.ofMinutes(1);

    private final Table table;
    private final AuditLog audit;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public Sessions(Table table, AuditLog audit, Settings settings, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    public SessionRules rules() {
        return settings.rules();
    }

    /** Opens a session under a new token; nothing where something else that the sign-in writes is refused. */
    Optional<Opened> open(Opening opening) {
        var token = new SessionToken(settings.tokens().secret());
        var tried = Contention.resolve(ATTEMPTS, () -> attempt(opening, token), Tried::lost);
        return switch (tried.written()) {
            case Written.Done _ -> Optional.of(tried.opened());
            case Written.Refused _ -> Optional.empty();
            case Written.Conflict _, Written.TooLarge _ ->
                throw new FailureException(new Failure.Unavailable("signing in does not work now"));
        };
    }

    /** Who holds this token, if their session goes on. */
    public Optional<Caller> authenticate(SessionToken token, Activity activity) {
        var row = table.get(key(token.id()));
        var session = row.map(it -> SessionCodec.decode(it.data())).filter(this::goesOn);
        var user = session.flatMap(it -> table.get(Users.key(it.user().handle())))
                .map(it -> UserCodec.decode(it.data()))
                .filter(it -> it.enabled() && it.generation() == session.get().generation());
        if (user.isPresent() && activity == Activity.PERSON) {
            extend(session.get(), row.get().version());
        }
        return user.map(it -> caller(it, session.get()));
    }

    /** The user's sessions that go on, newest first. */
    public List<Session> of(User user) {
        var keys = roster(user).sessions().stream().map(Sessions::key).toList();
        return keys.isEmpty()
                ? List.of()
                : table.get(keys).values().stream()
                        .map(row -> SessionCodec.decode(row.data()))
                        .filter(session -> goesOn(session) && session.generation() == user.generation())
                        .sorted(Comparator.comparing(
                                        (Session session) -> session.signIn().at())
                                .reversed())
                        .toList();
    }

    /** Ends one session of a user; says whether there was such a one. */
    public boolean end(User user, String id, Act act) {
        return Contention.resolve(ATTEMPTS, () -> {
                    var roster = roster(user);
                    var writes = List.of(
                            roster.without(id).saved(), Write.delete(key(id)).when(Condition.EXISTS));
                    return roster.settled(audit.commit(writes, act.did("session.end", Thing.of("session", id))));
                })
                .done();
    }

    private Tried attempt(Opening opening, SessionToken token) {
        var session = session(opening, token);
        var roster = roster(opening.user());
        var others = opening.knock()
                .prior()
                .map(prior -> roster.without(prior.id()))
                .orElse(roster)
                .at(session.signIn().at());
        var now = others.with(session, rules().atOnce());
        var writes = new ArrayList<>(opening.with());
        writes.add(now.saved());
        writes.add(Write.put(row(session, 1)).when(Condition.ABSENT));
        roster.missingIn(now).forEach(id -> writes.add(Write.delete(key(id))));
        var written = audit.commit(writes, opening.recorded().apply(session));
        return new Tried(roster.settled(written), new Opened(token, session, others.missingIn(now)));
    }

    private Session session(Opening opening, SessionToken token) {
        Instant now = clock.instant();
        var user = opening.user();
        var signIn = new Session.SignIn(now, opening.methods(), opening.knock().device());
        return new Session(token.id(), user.id(), signIn, now, now.plus(rules().absolute()), user.generation());
    }

    /** Written once a minute at most; where two requests race, either's time is good. */
    private void extend(Session session, long version) {
        Instant now = clock.instant();
        if (session.lastSeen().plus(UNSEEN).isBefore(now)) {
            table.write(Write.put(row(session.seen(now), version + 1)).when(new Condition.VersionIs(version)));
        }
    }

    private boolean goesOn(Session session) {
        return !session.over(clock.instant(), rules().idle());
    }

    private Roster roster(User user) {
        return Roster.read(user.id(), table.get(Roster.key(user.id())));
    }

    /** Where a second factor is a must, a sign-in without one is good for nothing but setting one up. */
    private Caller caller(User user, Session session) {
        boolean half = rules().secondFactor() && !session.signIn().withSecondFactor();
        Optional<Set<Permission>> only = half ? Optional.of(Set.of()) : Optional.empty();
        return new Caller(new Principal(user.id(), user.groups(), only), user.name(), session.means());
    }

    private static Key key(String id) {
        return new Key("session#" + id, "session");
    }

    private static Row row(Session session, long version) {
        return new Row(key(session.id()), version, SessionCodec.encode(session), Map.of(), Optional.of(session.end()));
    }
}
