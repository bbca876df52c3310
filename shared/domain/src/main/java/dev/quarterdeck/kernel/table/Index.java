package dev.quarterdeck.kernel.table;

/** The two further orders in which rows can be queried. A row is in an index only if it says where. */
public enum Index {
    FIRST,
    SECOND
}
