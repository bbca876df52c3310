package dev.quarterdeck.inventory;

import java.util.Optional;

/** A link after looking for its other end. Dangling: that end was not found; its ARN or id and account are kept. */
public record Edge(
        Uid from, String rel, Optional<Uid> to, String toArn, String toAccount, boolean dangling, String via) {}
