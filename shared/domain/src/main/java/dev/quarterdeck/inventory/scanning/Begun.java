package dev.quarterdeck.inventory.scanning;

/** What became of a wish for a scan. */
public sealed interface Begun {
    Scan scan();

    /** It was begun, or waits for one that is about the same accounts. */
    record Fresh(Scan scan) implements Begun {}

    /** One that looks at just this is under way: its answer is the answer. */
    record Joined(Scan scan) implements Begun {}

    /** The scan of this id was begun before. */
    record Already(Scan scan) implements Begun {}
}
