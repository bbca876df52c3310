package dev.quarterdeck.architecture.planted.platform.aws;

/** An adapter on AWS knows nothing of the one on a machine. */
final class Violation {
    private Violation() {}

    static String forbidden() {
        return dev.quarterdeck.platform.local.table.SqliteTable.class.getName();
    }
}
