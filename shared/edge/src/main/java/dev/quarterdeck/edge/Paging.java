package dev.quarterdeck.edge;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Cursor;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Page;
import dev.quarterdeck.kernel.table.Row;
import java.util.List;
import java.util.Optional;

/** Lists in pages: {@code items}, and a sealed {@code cursor} where there is more. */
public final class Paging {
    private final Cursors cursors;

    public Paging(Cursors cursors) {
        this.cursors = cursors;
    }

    /** Where the caller wants to go on. */
    public Optional<Cursor> from(Call call) {
        return place(call).map(Paging::cursor);
    }

    /** Rows of the table as they are. */
    public Reply rows(Call call, Page page) {
        return reply(call, page.rows().stream().map(Row::data).toList(), page.next());
    }

    public Reply reply(Call call, List<Json.Obj> items, Optional<Cursor> next) {
        return page(call, items, next.map(Paging::json));
    }

    /** As {@link #from}, for lists whose place is more than a row of the table. */
    public Optional<Json> place(Call call) {
        return call.query("cursor").map(text -> cursors.open(text, binding(call)));
    }

    public Reply page(Call call, List<Json.Obj> items, Optional<? extends Json> next) {
        return page(call, Json.Obj.EMPTY.with("items", Json.of(items)), next);
    }

    /** Of a list that says more than its items. */
    public Reply page(Call call, Json.Obj body, Optional<? extends Json> next) {
        return Reply.ok(next.map(place -> body.with("cursor", Json.of(cursors.seal(place, binding(call)))))
                .orElse(body));
    }

    /** The query without the cursor, and whose it is. */
    private static String binding(Call call) {
        return call.operation().id()
                + '\n'
                + call.paths()
                + '\n'
                + call.filters()
                + '\n'
                + call.caller().user().handle();
    }

    public static Json.Obj json(Cursor cursor) {
        var members = new Members()
                .put("partition", cursor.row().partition())
                .put("sort", cursor.row().sort());
        cursor.place()
                .ifPresent(place ->
                        members.put("index_partition", place.partition()).put("index_sort", place.sort()));
        return members.json();
    }

    public static Cursor cursor(Json json) {
        Fields fields = Fields.of(json instanceof Json.Obj members ? members : Json.Obj.EMPTY);
        return new Cursor(
                new Key(fields.text("partition"), fields.text("sort")),
                fields.maybeText("index_partition").map(partition -> new Key(partition, fields.text("index_sort"))));
    }
}
