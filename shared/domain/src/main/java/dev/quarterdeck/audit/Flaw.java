package dev.quarterdeck.audit;

/** Something wrong in an export, and on which line (0: nowhere in it, but missing). */
public record Flaw(long line, Kind kind, String what) {
    public enum Kind {
        /** No record at all. */
        UNREADABLE,
        /** A record without the hash that its content has. */
        ALTERED,
        /** Records are missing between two. */
        GAP,
        /** A record out of its order, or twice. */
        REORDERED,
        /** A record of another history than its neighbours' or the checkpoint's. */
        FORKED,
        /** The export ends before the checkpoint. */
        CUT
    }
}
