package dev.quarterdeck.inventory.views;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The views of a hub, each change of one on record. */
public final class Views {
    /** So many may one person keep. */
    public static final int MOST = 100;

    private static final int ATTEMPTS = 50;
    private static final String SHARED = "views-shared";

    private final Table table;
    private final AuditLog audit;

    public Views(Table table, AuditLog audit) {
        this.table = table;
        this.audit = audit;
    }

    /** A view in the version that was read. */
    public record Kept(View view, long version) {}

    /** Those of one person and those that are shared, by name. */
    public List<View> seenBy(UserId user) {
        return Stream.concat(own(user), rows(Query.of(Index.SECOND, SHARED)))
                .distinct()
                .sorted(Comparator.comparing((View view) -> view.label().name())
                        .thenComparing(view -> view.id().value()))
                .toList();
    }

    private Stream<View> own(UserId user) {
        return rows(Query.of(Index.FIRST, owned(user)));
    }

    /** One that this person may read. */
    public Optional<Kept> find(UserId user, ViewId id) {
        return table.get(key(id))
                .map(row -> new Kept(View.of(Fields.of(row.data())), row.version()))
                .filter(kept ->
                        kept.view().shared() || kept.view().owner().user().equals(user));
    }

    public Kept add(View view, Attribution by) {
        if (own(view.owner().user()).limit(MOST).count() == MOST) {
            throw new FailureException(
                    new Failure.Conflict("you keep %d views already: delete some of them first".formatted(MOST)));
        }
        Write put = Write.put(row(view, 1)).when(Condition.ABSENT);
        var entry = by.did(
                "view:create", Thing.made("view", view.id().value(), view.kept().json()));
        settle(view.id(), () -> audit.commit(List.of(put), entry));
        return new Kept(view, 1);
    }

    /** Puts another one over the version that was read. */
    public Kept replace(Kept before, View after, Attribution by) {
        return put(before, after, "view:update", by);
    }

    /** Shows it to all who may read views, or to its owner alone. */
    public Kept share(Kept before, boolean shared, Attribution by) {
        return put(before, before.view().with(shared), shared ? "view:share" : "view:unshare", by);
    }

    private Kept put(Kept before, View after, String action, Attribution by) {
        Write put = Write.put(row(after, before.version() + 1)).when(new Condition.VersionIs(before.version()));
        var thing = Thing.changed(
                "view",
                after.id().value(),
                before.view().kept().json(),
                after.kept().json());
        settle(after.id(), () -> audit.commit(List.of(put), by.did(action, thing)));
        return new Kept(after, before.version() + 1);
    }

    public void remove(Kept kept, Attribution by) {
        ViewId id = kept.view().id();
        var entry = by.did(
                "view:delete",
                Thing.removed("view", id.value(), kept.view().kept().json()));
        Write gone = Write.delete(key(id)).when(new Condition.VersionIs(kept.version()));
        settle(id, () -> audit.commit(List.of(gone), entry));
    }

    private static void settle(ViewId id, Supplier<Written> attempt) {
        switch (Contention.resolve(ATTEMPTS, attempt)) {
            case Written.Done _ -> {}
            case Written.Refused _ -> throw new FailureException(new Failure.Stale("view", id.value()));
            case Written.Conflict _, Written.TooLarge _ ->
                throw new FailureException(new Failure.Unavailable("the view cannot be kept now: try again"));
        }
    }

    private static Row row(View view, long version) {
        String place = view.label().name() + "#" + view.id();
        Key own = new Key(owned(view.owner().user()), place);
        Map<Index, Key> indexed = view.shared()
                ? Map.of(Index.FIRST, own, Index.SECOND, new Key(SHARED, place))
                : Map.of(Index.FIRST, own);
        return new Row(key(view.id()), version, view.kept().json(), indexed, Optional.empty());
    }

    private static Key key(ViewId id) {
        return new Key("VIEW#" + id, "VIEW");
    }

    private static String owned(UserId user) {
        return "views-of#" + user.handle();
    }

    private Stream<View> rows(Query query) {
        return table.rows(query).map(row -> View.of(Fields.of(row.data())));
    }
}
