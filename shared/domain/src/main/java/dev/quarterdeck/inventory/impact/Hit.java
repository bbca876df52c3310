package dev.quarterdeck.inventory.impact;

import java.util.Optional;
import java.util.stream.Stream;

/** Something that is hit, how hard, and through what. */
public record Hit(Thing thing, Harm harm, Cause cause) {
    /**
     * The edge along which the harm came: from what was hit before, or from what goes itself. {@code back}: the edge points
     * back to where the harm comes from.
     */
    public record Cause(Optional<Hit> before, String rel, boolean back) {}

    /** All that the harm came through, the first next to what goes, the last this one. */
    public Stream<Hit> path() {
        return Stream.concat(cause.before().stream().flatMap(Hit::path), Stream.of(this));
    }

    public int depth() {
        return 1 + cause.before().map(Hit::depth).orElse(0);
    }
}
