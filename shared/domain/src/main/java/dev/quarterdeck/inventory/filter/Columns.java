package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.inventory.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The columns that filters know, in the order in which people see them. */
public final class Columns {
    /** Of a resource. Tags and config are asked by {@code tag.…} and {@code config.…}. */
    public static final SequencedMap<String, Kind> RESOURCE = resource();

    /** Of a link, asked by {@code link.…} within {@code uses} and {@code used_by}. */
    public static final SequencedMap<String, Kind> LINK = link();

    private Columns() {}

    private static SequencedMap<String, Kind> resource() {
        var columns = new LinkedHashMap<String, Kind>();
        texts(columns, "uid", "arn", "native_id");
        columns.put("type", Kind.Plain.TYPE);
        texts(columns, "service", "name", "account_id", "account_name");
        columns.put("ou_path", Kind.Plain.UNITS);
        texts(columns, "environment", "region", "az", "state");
        columns.put(
                "origin",
                new Kind.Word(Stream.of(Origin.values()).map(Origin::toString).toList()));
        columns.put("public", Kind.Plain.TRI);
        columns.put("encrypted", Kind.Plain.TRI);
        texts(columns, "managed_by", "stack", "team_id", "owner_source");
        columns.put("created_at", Kind.Plain.TIME);
        texts(columns, "created_by");
        Stream.of("first_seen", "last_seen", "changed_at", "looked_at")
                .forEach(name -> columns.put(name, Kind.Plain.TIME));
        texts(columns, "source");
        columns.put("depth", new Kind.Word(List.of("deep", "shallow")));
        columns.put("identifiers", Kind.Plain.ANY);
        columns.put("cost_30d", Kind.Plain.MONEY);
        texts(columns, "currency");
        return columns;
    }

    private static SequencedMap<String, Kind> link() {
        var columns = new LinkedHashMap<String, Kind>();
        texts(columns, "rel", "to_arn", "to_account_id");
        columns.put("dangling", Kind.Plain.FLAG);
        texts(columns, "via");
        return columns;
    }

    private static void texts(SequencedMap<String, Kind> columns, String... names) {
        Stream.of(names).forEach(name -> columns.put(name, Kind.Plain.TEXT));
    }
}
