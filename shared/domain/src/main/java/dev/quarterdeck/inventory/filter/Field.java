package dev.quarterdeck.inventory.filter;

import java.util.List;

/** Where a test looks. */
public sealed interface Field {
    Kind kind();

    /** Its name, as filters spell it. */
    default String text() {
        return Spelling.of(this);
    }

    /** A column of the resource, under the name it has everywhere. */
    record Column(String name, Kind kind) implements Field {}

    /** All tags, or all of config: to be shown, not to be tested. */
    record Whole(String name) implements Field {
        @Override
        public Kind kind() {
            return Kind.Plain.TEXT;
        }
    }

    /** The value of a tag. */
    record Tag(String key) implements Field {
        @Override
        public Kind kind() {
            return Kind.Plain.TEXT;
        }
    }

    /** A member of what AWS answered; a number in the path selects an item of a list, counted from 0. */
    record Config(List<String> path) implements Field {
        public Config {
            path = List.copyOf(path);
        }

        @Override
        public Kind kind() {
            return Kind.Plain.ANY;
        }
    }

    /** The item that the nearest {@code any} is about, or a member of it. */
    record Item(List<String> path) implements Field {
        public Item {
            path = List.copyOf(path);
        }

        @Override
        public Kind kind() {
            return Kind.Plain.ANY;
        }
    }

    /** A column of the link that the nearest {@code uses} or {@code used_by} followed. */
    record Link(String name, Kind kind) implements Field {}
}
