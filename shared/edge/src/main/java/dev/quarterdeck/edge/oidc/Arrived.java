package dev.quarterdeck.edge.oidc;

import dev.quarterdeck.identity.Vouched;

/** What came of a callback. */
public sealed interface Arrived {
    record Known(Vouched who) implements Arrived {}

    /** Not proven. Why is for the log: the browser is told to begin again. */
    record Doubted(String why) implements Arrived {}
}
