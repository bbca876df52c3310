package dev.quarterdeck.collect.history;

import dev.quarterdeck.collect.edges.NameBook;
import dev.quarterdeck.collect.edges.Named;
import dev.quarterdeck.collect.segments.Snapshot;
import dev.quarterdeck.collect.segments.WordSet;
import dev.quarterdeck.inventory.Link;
import java.io.IOException;

/** What links lead to, as it is looked for: by the index of names, so that of all rows only those are read that may be it. */
final class Sought {
    private final WordSet words = new WordSet();

    void add(Link.Target target) {
        NameBook.words(target).forEach(words::add);
    }

    boolean has(Link.Target target) {
        return words.hasAll(NameBook.words(target));
    }

    /** Notes in the book all in here that may be what is sought. */
    void note(Snapshot here, NameBook names) throws IOException {
        here.bearing(words, (_, row) -> names.add(Named.of(row.json())));
    }
}
