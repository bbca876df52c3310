package dev.quarterdeck.identity;

import java.util.Optional;
import java.util.stream.Stream;

/** The pepper that new keys get, and while it is being replaced the one before. */
public record Peppers(Pepper current, Optional<Pepper> previous) {
    Optional<Pepper> of(String id) {
        return Stream.concat(Stream.of(current), previous.stream())
                .filter(pepper -> pepper.id().equals(id))
                .findFirst();
    }
}
