package dev.quarterdeck.kernel.table;

import dev.quarterdeck.kernel.Json;

/** What must hold of the row that is there, or else nothing is written. An expired row counts as there no more. */
public sealed interface Condition {
    record Absent() implements Condition {}

    record Exists() implements Condition {}

    record VersionIs(long version) implements Condition {}

    /** A member of the row's data (top level) equals a value. */
    record AttributeIs(String name, Json value) implements Condition {}

    /** A counter of the row, after what this write adds to it, is at most this; a counter that is not there is 0. */
    record CounterAtMost(String name, long most) implements Condition {}

    Absent ABSENT = new Absent();
    Exists EXISTS = new Exists();
}
