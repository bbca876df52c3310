package dev.quarterdeck.kernel.table;

import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One part of a transaction: what is done to one key, and on which conditions (all of them must hold). */
public sealed interface Write {
    Key key();

    List<Condition> conditions();

    /** Puts the whole row in place of what was there. */
    record Put(Row row, List<Condition> conditions) implements Write {
        public Put {
            conditions = List.copyOf(conditions);
        }

        @Override
        public Key key() {
            return row.key();
        }

        public Put when(Condition condition) {
            return new Put(row, and(conditions, condition));
        }

        public Put until(Instant end) {
            return new Put(row.until(end), conditions);
        }
    }

    record Delete(Key key, List<Condition> conditions) implements Write {
        public Delete {
            conditions = List.copyOf(conditions);
        }

        public Delete when(Condition condition) {
            return new Delete(key, and(conditions, condition));
        }
    }

    /** Changes nothing, but the transaction fails where a condition does not hold. */
    record Check(Key key, List<Condition> conditions) implements Write {
        public Check {
            conditions = List.copyOf(conditions);
            if (conditions.isEmpty()) {
                throw new IllegalArgumentException("a check needs a condition: " + key);
            }
        }
    }

    /**
     * Adds to a number among the row's data and to the row's version; makes row and member where they are missing (a
     * member that is no number is a mistake of the program).
     */
    record Increment(Key key, String counter, long by, List<Condition> conditions) implements Write {
        public Increment {
            conditions = List.copyOf(conditions);
        }

        public Increment when(Condition condition) {
            return new Increment(key, counter, by, and(conditions, condition));
        }
    }

    /** Puts content over what was read at the key, or there first; refused where that changed meanwhile. */
    static Put over(Optional<Row> read, Key key, Json.Obj data) {
        return read.map(row -> put(row.next(data)).when(new Condition.VersionIs(row.version())))
                .orElseGet(() -> put(Row.of(key, data)).when(Condition.ABSENT));
    }

    static Put put(Row row) {
        return new Put(row, List.of());
    }

    static Delete delete(Key key) {
        return new Delete(key, List.of());
    }

    static Check check(Key key, Condition condition) {
        return new Check(key, List.of(condition));
    }

    static Increment increment(Key key, String counter, long by) {
        return new Increment(key, counter, by, List.of());
    }

    private static List<Condition> and(List<Condition> some, Condition more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
