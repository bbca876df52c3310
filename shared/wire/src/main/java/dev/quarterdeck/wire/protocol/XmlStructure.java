package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonName;
import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a structure: children by name, looked up once for the shape. What follows a flattened list whose end is not known
 * yet waits until the element ends, for such lists may be interleaved (S3's versions and delete markers).
 */
final class XmlStructure implements XmlValue {
    private static final String UNKNOWN_MEMBER = "SDK_UNKNOWN_MEMBER";

    /** How a member stands in its parent. */
    enum Repeat {
        ONCE,
        LIST,
        MAP
    }

    /** How a member is read: its element, or one of the elements of a flattened list or map. */
    record Child(Repeat repeat, XmlValue value) {}

    /** What is known of a structure before any element is read. */
    record Plan(Slots<Child> elements, List<Attribute> attributes, boolean union) {}

    /** A member that stands in an attribute called {@code wireName}. */
    record Attribute(JsonName name, String wireName) {}

    private final Late<Plan> plan;

    XmlStructure(Late<Plan> plan) {
        this.plan = plan;
    }

    @Override
    public void read(XmlCursor in, JsonSink out) throws IOException {
        out.beginObject();
        members(in, out);
        out.endObject();
    }

    /** The members alone, into an object that is open already. */
    void members(XmlCursor in, JsonSink out) throws IOException {
        Plan known = plan.get();
        for (Attribute attribute : known.attributes) {
            in.attribute(attribute.wireName).ifPresent(value -> {
                out.name(attribute.name);
                out.string(value);
            });
        }
        Reading reading = new Reading(out);
        Slot<Child> last = null;
        while (!in.leaves()) {
            Slot<Child> slot = known.elements.guess(last, in);
            if (slot == null) {
                if (!in.nextChild()) {
                    break;
                }
                slot = in.slotIn(known.elements, last);
            }
            if (slot == null) {
                unknown(known, in, out);
            } else {
                reading.child(slot, in);
                last = slot;
            }
        }
        reading.end();
    }

    private static void unknown(Plan plan, XmlCursor in, JsonSink out) throws IOException {
        if (plan.union) {
            out.name(UNKNOWN_MEMBER);
            out.beginObject();
            out.name("name");
            out.string(in.name());
            out.endObject();
        }
        in.drop();
    }

    /** One element being read. */
    private static final class Reading {
        private final JsonSink out;
        private long seen;
        private @Nullable BitSet seenBeyond;
        private @Nullable Slot<Child> open;
        private @Nullable Map<JsonName, Waiting> waiting;

        Reading(JsonSink out) {
            this.out = out;
        }

        void child(Slot<Child> slot, XmlCursor in) throws IOException {
            if (open != null && slot.index == open.index) {
                slot.value.value.read(in, out);
            } else if (open != null) {
                keep(slot, in);
            } else if (slot.value.repeat != Repeat.ONCE) {
                open = slot;
                begin(slot, out);
                slot.value.value.read(in, out);
            } else if (isFirst(slot)) {
                out.name(slot.name);
                slot.value.value.read(in, out);
            } else {
                in.skip();
            }
        }

        private boolean isFirst(Slot<Child> slot) {
            if (slot.index >= Long.SIZE) {
                return isFirstBeyond(slot);
            }
            long bit = 1L << slot.index;
            boolean first = (seen & bit) == 0;
            seen |= bit;
            return first;
        }

        private boolean isFirstBeyond(Slot<Child> slot) {
            if (seenBeyond == null) {
                seenBeyond = new BitSet();
            }
            boolean first = !seenBeyond.get(slot.index);
            seenBeyond.set(slot.index);
            return first;
        }

        private void keep(Slot<Child> slot, XmlCursor in) throws IOException {
            if (slot.value.repeat == Repeat.ONCE && !isFirst(slot)) {
                in.skip();
                return;
            }
            if (waiting == null) {
                waiting = new LinkedHashMap<>();
            }
            slot.value.value.read(in, waiting.computeIfAbsent(slot.name, _ -> Waiting.begun(slot)).events);
        }

        /** What of a member has come while a list was open. */
        private record Waiting(Slot<Child> slot, EventBuffer events) {
            static Waiting begun(Slot<Child> slot) {
                Waiting begun = new Waiting(slot, new EventBuffer());
                begin(slot, begun.events);
                return begun;
            }
        }

        private static void begin(Slot<Child> slot, JsonSink to) {
            to.name(slot.name);
            switch (slot.value.repeat) {
                case ONCE -> {}
                case LIST -> to.beginArray();
                case MAP -> to.beginObject();
            }
        }

        private static void end(Slot<Child> slot, JsonSink to) {
            switch (slot.value.repeat) {
                case ONCE -> {}
                case LIST -> to.endArray();
                case MAP -> to.endObject();
            }
        }

        void end() {
            if (open != null) {
                end(open, out);
            }
            if (waiting != null) {
                for (Waiting one : waiting.values()) {
                    end(one.slot, one.events);
                    one.events.replay(out);
                }
            }
        }
    }
}
