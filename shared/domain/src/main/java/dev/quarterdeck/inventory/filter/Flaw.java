package dev.quarterdeck.inventory.filter;

import java.util.Optional;

/** Why a text is no filter: where, counted in characters from 0, what is wrong, and what was probably meant. */
public record Flaw(int at, String why, Optional<String> suggestion) {
    /** For people, who count from 1. */
    public String sentence() {
        return "at character %d: %s%s"
                .formatted(
                        at + 1,
                        why,
                        suggestion.map("; did you mean '%s'?"::formatted).orElse(""));
    }
}
