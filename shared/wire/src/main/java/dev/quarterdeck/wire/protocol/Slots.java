package dev.quarterdeck.wire.protocol;

import java.io.IOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A structure's members by their names on the wire. Answers repeat themselves, so that what followed a member once most
 * often follows it again: that is remembered, tried first, and costs one comparison.
 */
final class Slots<V> {
    private final @Nullable Slot<V>[] table;
    /** By the index of the member before, plus one. Threads may race: whatever they find here is only a guess. */
    private final @Nullable Slot<V>[] followers;

    @SuppressWarnings({"unchecked", "rawtypes"}) // arrays know nothing of V
    Slots(Collection<Slot<V>> slots) {
        table = new Slot[Integer.highestOneBit(slots.size() * 2 + 1) * 2];
        followers = new Slot[slots.size() + 1];
        for (Slot<V> slot : slots) {
            int at = slot.hash() & (table.length - 1);
            while (table[at] != null) {
                at = (at + 1) & (table.length - 1);
            }
            table[at] = slot;
        }
    }

    /** Something that reads names. */
    interface Cursor {
        /** Enters the member if this is just what comes next; otherwise nothing happens. */
        boolean enters(byte[] mark) throws IOException;
    }

    /** Enters the next member if it can be guessed from the last one: the one that followed before, or the next but one. */
    @Nullable
    Slot<V> guess(@Nullable Slot<V> last, Cursor in) throws IOException {
        Slot<V> guess = after(last);
        if (guess == null || in.enters(guess.mark)) {
            return guess;
        }
        Slot<V> second = after(guess);
        return second != null && in.enters(second.mark) ? second : null;
    }

    /** The member of that name, which came after {@code last}. */
    @Nullable
    Slot<V> find(byte[] window, int from, int to, @Nullable Slot<V> last) {
        int at = hash(window, from, to) & (table.length - 1);
        Slot<V> slot = table[at];
        while (slot != null && !slot.isCalled(window, from, to)) {
            at = (at + 1) & (table.length - 1);
            slot = table[at];
        }
        if (slot != null) {
            followers[last == null ? 0 : last.index + 1] = slot;
        }
        return slot;
    }

    private @Nullable Slot<V> after(@Nullable Slot<V> last) {
        return followers[last == null ? 0 : last.index + 1];
    }

    static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        return hash;
    }
}
