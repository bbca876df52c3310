package dev.quarterdeck.wire.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The names of a document: each is made into text once, and its bytes are compared from then on. */
final class XmlNames {
    private @Nullable Name[] table = new Name[256];
    private int size;

    /**
     * A name as written, and without its prefix. It remembers what it led to last: documents repeat themselves, so that is
     * nearly always what it leads to next.
     */
    static final class Name {
        private final byte[] bytes;
        private final int hash;
        private final String local;
        private @Nullable Name next;
        private XmlStructure.@Nullable Plan plan;
        private XmlStructure.@Nullable Slot slot;
        private XmlStructure.@Nullable Plan otherPlan;
        private XmlStructure.@Nullable Slot otherSlot;

        Name(byte[] bytes, int hash, String local) {
            this.bytes = bytes;
            this.hash = hash;
            this.local = local;
        }

        String local() {
            return local;
        }

        int length() {
            return bytes.length;
        }

        /** The name of the element that began after this one's, when that happened last. */
        @Nullable
        Name next() {
            return next;
        }

        void next(Name following) {
            next = following;
        }

        /** The member that the name stands for in a structure, if any; remembered for the last two structures. */
        @SuppressWarnings(
                "ReferenceEquality") // plans are compared to skip a look-up, which comparing their content would be
        XmlStructure.@Nullable Slot slotIn(XmlStructure.Plan asked) {
            if (plan == asked) {
                return slot;
            }
            XmlStructure.Plan before = plan;
            XmlStructure.Slot slotBefore = slot;
            slot = otherPlan == asked ? otherSlot : asked.elements().get(local);
            plan = asked;
            otherPlan = before;
            otherSlot = slotBefore;
            return slot;
        }

        boolean isAt(byte[] window, int from, int to) {
            return Arrays.equals(window, from, to, bytes, 0, bytes.length);
        }

        @Override
        public String toString() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    Name of(byte[] window, int from, int to, int hash) {
        int at = hash & (table.length - 1);
        Name name = table[at];
        while (name != null && !(name.hash == hash && name.isAt(window, from, to))) {
            at = (at + 1) & (table.length - 1);
            name = table[at];
        }
        return name == null ? add(window, from, to, hash, at) : name;
    }

    private Name add(byte[] window, int from, int to, int hash, int at) {
        byte[] bytes = Arrays.copyOfRange(window, from, to);
        String text = new String(bytes, StandardCharsets.UTF_8);
        Name name = new Name(bytes, hash, text.substring(text.indexOf(':') + 1));
        table[at] = name;
        size++;
        if (size * 2 > table.length) {
            grow();
        }
        return name;
    }

    private void grow() {
        @Nullable Name[] old = table;
        table = new Name[old.length * 2];
        for (Name name : old) {
            if (name != null) {
                int at = name.hash & (table.length - 1);
                while (table[at] != null) {
                    at = (at + 1) & (table.length - 1);
                }
                table[at] = name;
            }
        }
    }
}
