package dev.quarterdeck.identity.access;

import java.util.List;

/** A decision with all that bore on it: every deny and binding of the principal, and what each said. */
public record Explanation(Decision decision, List<Considered> considered) {
    public Explanation {
        considered = List.copyOf(considered);
    }

    /** One rule, and whether it counts here. */
    public record Considered(String rule, Bearing bearing) {}

    /** Why a rule counts or does not. */
    public enum Bearing {
        GIVES,
        FORBIDS,
        OTHER_PERMISSION,
        OTHER_PLACE,
        NOT_YET,
        ENDED,
        UNKNOWN_ROLE
    }
}
