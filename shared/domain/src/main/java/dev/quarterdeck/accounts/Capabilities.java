package dev.quarterdeck.accounts;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the last proof found that the hub can do in an account: by service, which of the actions it needs are missing
 * (none: it can read all of it); which act families it may use; which version of the read policy the role says it has.
 */
public record Capabilities(
        SortedMap<String, SortedSet<String>> missing, SortedSet<ActFamily> act, Optional<String> policyVersion) {
    public static final Capabilities NONE = new Capabilities(new TreeMap<>(), new TreeSet<>(), Optional.empty());

    public Capabilities {
        var copy = new TreeMap<String, SortedSet<String>>();
        missing.forEach((service, actions) -> copy.put(service, new TreeSet<>(actions)));
        missing = copy;
        act = new TreeSet<>(act);
    }
}
