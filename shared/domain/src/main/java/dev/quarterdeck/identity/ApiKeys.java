package dev.quarterdeck.identity;

import dev.quarterdeck.audit.Actor;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Entry;
import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.audit.Outcome;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Principal;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of machines: made by people, shown once, kept as peppered hashes, never older than ninety days. */
public final class ApiKeys {
    public static final Duration LONGEST = Duration.ofDays(90);

    /** Which hub this is, as its keys tell, and where their secrets and peppers come from. */
    public record Settings(String environment, Tokens tokens, Peppers peppers) {}

    /** What somebody wants a key for. */
    public record Wish(String label, ApiKey.Grant grant, Duration life) {}

    /** A new key, and its text, which is told this once. */
    public record Minted(ApiKey key, String text) {
        @Override
        public String toString() {
            return "Minted[%s]".formatted(key.id());
        }
    }

    /** Some keys, and where to go on unless this was the end. */
    public record Listed(List<ApiKey> keys, Optional<Cursor> next) {
        public Listed {
            keys = List.copyOf(keys);
        }
    }

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final Duration UNUSED = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 10;

    private final Table table;
    private final AuditLog audit;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public ApiKeys(Table table, AuditLog audit, Settings settings, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes a key with a part of the caller's own rights. */
    public Minted mint(Wish wish, Act act) {
        if (act.by().means() instanceof Means.Console) {
            throw new FailureException(
                    new Failure.Conflict("a key acts for a person: sign in as yourself to make one"));
        }
        check(wish);
        var tokens = settings.tokens();
        var text = new KeyText(settings.environment(), tokens.text(10), tokens.secret());
        var pepper = settings.peppers().current();
        Instant now = clock.instant();
        var life = new ApiKey.Life(now, now.plus(wish.life()), Optional.empty(), Optional.empty());
        var hash = new ApiKey.Hash(pepper.id(), text.hash(pepper));
        var key = new ApiKey(text.id(), act.by().user(), wish.label(), wish.grant(), life, hash);
        var put = Write.put(row(key, 1)).when(Condition.ABSENT);
        if (!audit.commit(List.of(put), act.did("key.mint", Thing.made("key", key.id(), ApiKeyCodec.encode(key))))
                .done()) {
            throw new FailureException(new Failure.Unavailable("the key cannot be made now"));
        }
        return new Minted(key, text.text());
    }

    /** Whose key this is, used from that address; a denial is on record without the key's text. */
    public Optional<Caller> authenticate(String text, Origin origin) {
        var given = KeyText.parse(text).filter(it -> it.environment().equals(settings.environment()));
        if (given.isEmpty()) {
            return Optional.empty();
        }
        var row = table.get(key(given.get().id()));
        var key = row.map(it -> ApiKeyCodec.decode(it.data()))
                .filter(it -> same(it, given.get()) && it.good(clock.instant(), origin.address()));
        var user = key.flatMap(it -> table.get(Users.key(it.owner().handle())))
                .map(it -> UserCodec.decode(it.data()))
                .filter(User::enabled);
        if (user.isEmpty()) {
            audit.record(Entry.of(
                    Actor.NOBODY, "key.use", Thing.of("key", given.get().id()), Outcome.denied("key"), origin));
            return Optional.empty();
        }
        noteUse(key.orElseThrow(), row.orElseThrow().version());
        return user.map(it -> caller(it, key.get()));
    }

    public Listed of(User user, Optional<Cursor> from) {
        return listed(Query.of(Index.FIRST, "keys-of#" + user.id().handle()), from);
    }

    public Listed all(Optional<Cursor> from) {
        return listed(Query.of(Index.SECOND, "keys"), from);
    }

    public ApiKey revoke(String id, Act act) {
        Contention.insist(ATTEMPTS, "the key cannot be revoked now", () -> {
            var row = table.get(key(id)).orElseThrow(() -> new FailureException(new Failure.NotFound("key", id)));
            var key = ApiKeyCodec.decode(row.data()).revoked(clock.instant());
            return audit.commit(List.of(replaced(key, row.version())), act.did("key.revoke", Thing.of("key", id)));
        });
        return ApiKeyCodec.decode(table.get(key(id)).orElseThrow().data());
    }

    private static void check(Wish wish) {
        if (!wish.life().isPositive() || wish.life().compareTo(LONGEST) > 0) {
            throw new FailureException(Failure.invalid("/life", "must be more than nothing and 90 days at most"));
        }
        var wrong = wish.grant().permissions().stream()
                .filter(it -> !it.fitsKeys())
                .map(Permission::text)
                .sorted()
                .toList();
        if (!wrong.isEmpty() || wish.grant().permissions().isEmpty()) {
            throw new FailureException(
                    Failure.invalid("/permissions", "must be some, and none that only people have: " + wrong));
        }
    }

    private boolean same(ApiKey key, KeyText given) {
        return settings.peppers()
                .of(key.hash().pepper())
                .filter(pepper -> MessageDigest.isEqual(
                        given.hash(pepper).getBytes(StandardCharsets.US_ASCII),
                        key.hash().hmac().getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    /** Written once in five minutes at most; of two uses at once, either's time is good. */
    private void noteUse(ApiKey key, long version) {
        Instant now = clock.instant();
        if (key.life().lastUsed().filter(last -> last.plus(UNUSED).isAfter(now)).isEmpty()) {
            table.write(replaced(key.used(now), version));
        }
    }

    private Listed listed(Query query, Optional<Cursor> from) {
        var page = table.query(from.map(query::from).orElse(query));
        return new Listed(
                page.rows().stream().map(row -> ApiKeyCodec.decode(row.data())).toList(), page.next());
    }

    private static Caller caller(User user, ApiKey key) {
        var principal =
                new Principal(user.id(), user.groups(), Optional.of(key.grant().permissions()));
        return new Caller(principal, user.name(), new Means.ApiKey(key.id()));
    }

    private static Key key(String id) {
        return new Key("key#" + id, "key");
    }

    private static Write replaced(ApiKey key, long version) {
        return Write.put(row(key, version + 1)).when(new Condition.VersionIs(version));
    }

    private static Row row(ApiKey key, long version) {
        String place = key.life().made() + "#" + key.id();
        return new Row(
                key(key.id()),
                version,
                ApiKeyCodec.encodeWhole(key),
                Map.of(
                        Index.FIRST, new Key("keys-of#" + key.owner().handle(), place),
                        Index.SECOND, new Key("keys", place)),
                Optional.of(key.life().end().plus(REMEMBERED)));
    }
}
