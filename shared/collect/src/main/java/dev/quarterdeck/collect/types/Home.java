package dev.quarterdeck.collect.types;

/** Where a type lives, and so how often it is asked for. */
public sealed interface Home {
    /** In every region. */
    record Regional() implements Home {}

    /** Once in an account: asked in the partition's home region, told under the region {@code global}. */
    record Global() implements Home {}

    /** In one region only. */
    record Fixed(String region) implements Home {}
}
