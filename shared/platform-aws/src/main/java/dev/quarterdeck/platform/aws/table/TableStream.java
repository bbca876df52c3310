package dev.quarterdeck.platform.aws.table;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Key;
import java.util.List;

/** What the table's stream gives a function: which rows changed. What they are by now only the table says. */
public final class TableStream {
    private static final String TEXT = "S";

    private TableStream() {}

    /** The rows that an event of the stream tells of, in its order. */
    public static List<Key> rows(Json.Obj event) {
        return Fields.of(event).objects("Records").stream()
                .map(change -> change.object("dynamodb").object("Keys"))
                .map(keys -> new Key(
                        keys.object(Columns.PARTITION).text(TEXT),
                        keys.object(Columns.SORT).text(TEXT)))
                .toList();
    }
}
