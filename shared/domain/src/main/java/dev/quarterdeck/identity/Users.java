package dev.quarterdeck.identity;

import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where the hub keeps the people it knows. */
public final class Users {
    /** Some users, and where to go on unless this was the end. */
    public record Listed(List<User> users, Optional<Cursor> next) {
        public Listed {
            users = List.copyOf(users);
        }
    }

    private static final int ATTEMPTS = 10;

    private final Table table;
    private final AuditLog audit;

    @Inject
    public Users(Table table, AuditLog audit) {
        this.table = table;
        this.audit = audit;
    }

    public Optional<User> find(UserId id) {
        return find(id.handle());
    }

    /** By the short name that paths use. */
    public Optional<User> find(String handle) {
        return row(handle).map(row -> UserCodec.decode(row.data()));
    }

    /** By name, then by handle. */
    public Listed list(Optional<Cursor> from) {
        var query = Query.of(Index.FIRST, "users");
        var page = table.query(from.map(query::from).orElse(query));
        return new Listed(
                page.rows().stream().map(row -> UserCodec.decode(row.data())).toList(), page.next());
    }

    /** Disabling ends all sessions and stops all keys of the user. */
    public User enable(String handle, boolean enabled, Act act) {
        return change(handle, user -> user.enabled(enabled), enabled ? "user.enable" : "user.disable", act);
    }

    public User signOutEverywhere(String handle, Act act) {
        return change(handle, User::signedOutEverywhere, "user.sign-out", act);
    }

    /** To be written with what else makes a user: a password, a first sign-in. */
    static Write added(User user) {
        return Write.put(placed(user, 1)).when(Condition.ABSENT);
    }

    /** Holds while the user is enabled and of this generation. */
    static Write unchanged(User user) {
        return Write.check(
                key(user.id().handle()), new Condition.AttributeIs("generation", Json.of(user.generation())));
    }

    /** Ends all sessions of the user in this row. */
    static Write signedOut(Row row) {
        return replaced(UserCodec.decode(row.data()).signedOutEverywhere(), row);
    }

    /** In place of what was read. */
    static Write replaced(User user, Row before) {
        return Write.put(placed(user, before.version() + 1)).when(new Condition.VersionIs(before.version()));
    }

    static Key key(String handle) {
        return new Key("user#" + handle, "user");
    }

    private User change(String handle, UnaryOperator<User> to, String action, Act act) {
        Contention.insist(ATTEMPTS, "the user cannot be changed now", () -> {
            var row = row(handle).orElseThrow(() -> new FailureException(new Failure.NotFound("user", handle)));
            var after = placed(to.apply(UserCodec.decode(row.data())), row.version() + 1);
            var put = Write.put(after).when(new Condition.VersionIs(row.version()));
            return audit.commit(List.of(put), act.did(action, Thing.changed("user", handle, row.data(), after.data())));
        });
        return find(handle).orElseThrow();
    }

    private Optional<Row> row(String handle) {
        return table.get(key(handle));
    }

    private static Row placed(User user, long version) {
        var place = new Key("users", user.name() + "#" + user.id().handle());
        return new Row(
                key(user.id().handle()), version, UserCodec.encode(user), Map.of(Index.FIRST, place), Optional.empty());
    }
}
