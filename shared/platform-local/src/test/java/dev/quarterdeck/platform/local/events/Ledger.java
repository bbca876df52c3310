package dev.quarterdeck.platform.local.events;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.events.DomainEvent;
import dev.quarterdeck.kernel.events.EventHandler;
import dev.quarterdeck.kernel.events.Outbox;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A feature as features are: things that change with an event each, and a handler that keeps a copy of each thing. */
record Ledger(Table table, Clock clock) {
    /** Changes a thing, with its event, as often as it takes. */
    void change(String thing, int content) {
        Written written;
        do {
            Optional<Row> before = table.get(thing(thing));
            Json.Obj data = Json.Obj.EMPTY.with("content", Json.of(content));
            Row after = before.map(row -> row.next(data)).orElseGet(() -> Row.of(thing(thing), data));
            Condition unchanged = before.<Condition>map(row -> new Condition.VersionIs(row.version()))
                    .orElse(Condition.ABSENT);
            written = table.write(Write.put(after).when(unchanged), Outbox.entry(event(thing, after.version())));
        } while (!written.done());
    }

    DomainEvent event(String thing, long version) {
        return new DomainEvent(thing + "-" + version, thing, version, "thing.changed", clock.instant(), Json.Obj.EMPTY);
    }

    private static Key thing(String name) {
        return new Key("things", name);
    }

    Map<String, Json> things() {
        return contents("things");
    }

    Map<String, Json> copies() {
        return contents("copies");
    }

    private Map<String, Json> contents(String partition) {
        var contents = new HashMap<String, Json>();
        Query all = Query.of(partition);
        Optional<Query> next = Optional.of(all);
        while (next.isPresent()) {
            var page = table.query(next.get());
            page.rows().forEach(row -> contents.put(row.key().sort(), row.data()));
            next = page.next().map(all::from);
        }
        return contents;
    }

    /** Copies the thing as it is now, whatever the event says of it. */
    EventHandler copier() {
        return new EventHandler() {
            @Override
            public String name() {
                return "copier";
            }

            @Override
            public boolean wants(String type) {
                return type.equals("thing.changed");
            }

            @Override
            public void handle(DomainEvent event) {
                Row thing = table.get(thing(event.aggregate())).orElseThrow();
                Row copy = new Row(
                        new Key("copies", event.aggregate()),
                        thing.version(),
                        thing.data(),
                        Map.of(),
                        Optional.empty());
                while (!table.write(Write.put(copy)).done()) {
                    // a conflict: again
                }
            }
        };
    }
}
