package dev.quarterdeck.identity.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a request is about, as far as rights depend on it. */
public sealed interface Target {
    /** The hub itself: people, roles, keys, settings. Only a right that holds everywhere reaches it. */
    record Hub() implements Target {
        public static final Hub VALUE = new Hub();
    }

    /**
     * Something in one AWS account: its twelve digits, the ids of the organization's root and units above it, and what
     * the hub's own registry says of it.
     */
    record InAccount(
            String account,
            List<String> units,
            Map<String, String> tags,
            Optional<String> environment,
            Optional<String> team)
            implements Target {
        public InAccount {
            units = List.copyOf(units);
            tags = Map.copyOf(tags);
        }
    }
}
