package dev.quarterdeck.wire;

/** Takes the items of a list, one after another, while the page is still being read. */
public interface ItemSink {
    /** The next item begins: its JSON goes into the sink returned. */
    JsonSink begin();

    /** The item begun last is whole; members carried from its parents are in it. */
    void end();

    /** A page has been read and its connection given back: here, and only here, the sink may take its time. */
    default void endPage() {}
}
