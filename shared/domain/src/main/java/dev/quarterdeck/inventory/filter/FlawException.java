package dev.quarterdeck.inventory.filter;

import dev.quarterdeck.kernel.NearWord;
import java.util.Collection;
import java.util.Optional;

/** Ends the reading of a text; no one outside sees it. */
final class FlawException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Flaw flaw;

    FlawException(int at, String why) {
        this(new Flaw(at, why, Optional.empty()));
    }

    FlawException(int at, String why, String typed, Collection<String> known) {
        this(new Flaw(at, why, NearWord.of(typed, known)));
    }

    private FlawException(Flaw flaw) {
        super(flaw.why(), null, false, false);
        this.flaw = flaw;
    }

    Flaw flaw() {
        return flaw;
    }
}
