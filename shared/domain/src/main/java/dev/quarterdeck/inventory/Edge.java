package dev.quarterdeck.inventory;

import java.util.Optional;

/**
 * A link after looking for its other end. Dangling: that end was not found, and {@code toAccount} is where it would be,
 * empty where nobody knows.
 */
public record Edge(Link link, Optional<Uid> to, String toAccount) {
    public boolean dangling() {
        return to.isEmpty();
    }
}
