package dev.quarterdeck.architecture.planted.edge;

/** Where requests come in, nobody knows which engine keeps the rows. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.platform.local.table.SqliteTable.class.getName();
    }
}
