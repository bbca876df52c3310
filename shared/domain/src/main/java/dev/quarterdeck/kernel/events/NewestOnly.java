package dev.quarterdeck.kernel.events;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import java.util.Optional;

/** A handler that is not told what is older than what it was told already; whose work is to follow the newest state. */
public final class NewestOnly implements EventHandler {
    private static final int ATTEMPTS = 20;

    private final EventHandler handler;
    private final Table table;

    public NewestOnly(EventHandler handler, Table table) {
        this.handler = handler;
        this.table = table;
    }

    @Override
    public String name() {
        return handler.name();
    }

    @Override
    public boolean wants(String type) {
        return handler.wants(type);
    }

    /** The version counts as passed only once the handler is through: a crash before that tells it again. */
    @Override
    public void handle(DomainEvent event) throws Exception {
        Key key = new Key("handled#" + name(), event.aggregate());
        Optional<Row> passed = table.get(key);
        if (passed.isPresent() && Fields.of(passed.get().data()).whole("version") >= event.version()) {
            return;
        }
        handler.handle(event);
        Json.Obj data = Json.Obj.EMPTY.with("version", Json.of(event.version()));
        Contention.resolve(ATTEMPTS, () -> table.write(Write.over(passed, key, data)));
    }
}
