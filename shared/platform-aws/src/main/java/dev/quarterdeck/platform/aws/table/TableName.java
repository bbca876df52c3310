package dev.quarterdeck.platform.aws.table;

/** What the hub's table is called in its account. */
public record TableName(String value) {
    public TableName {
        if (!value.matches("[a-zA-Z0-9_.-]{3,255}")) {
            throw new IllegalArgumentException(
                    "a table's name has 3 to 255 letters, digits, '_', '.', '-': '" + value + "'");
        }
    }
}
