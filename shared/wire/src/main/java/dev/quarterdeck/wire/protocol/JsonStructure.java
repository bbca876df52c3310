package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a structure: members by name, looked up once for the shape; null members are left out. */
final class JsonStructure implements JsonValue {
    /** What is known of a structure before any value is read. */
    record Plan(Slots<JsonValue> members, boolean union) {}

    private final Late<Plan> plan;

    JsonStructure(Late<Plan> plan) {
        this.plan = plan;
    }

    @Override
    public void read(JsonCursor in, JsonSink out) throws IOException {
        if (in.opens('{', out)) {
            out.beginObject();
            members(in, out);
            out.endObject();
        }
    }

    /** The members alone, of an object that was entered, into an object that is open already. */
    void members(JsonCursor in, JsonSink out) throws IOException {
        Plan known = plan.get();
        Slot<JsonValue> last = null;
        while (true) {
            Slot<JsonValue> slot = known.members.guess(last, in);
            if (slot == null) {
                if (!in.nextMember()) {
                    return;
                }
                slot = in.slotIn(known.members, last);
            }
            last = slot == null ? last : slot;
            if (!in.takesNull()) {
                member(known, slot, in, out);
            }
        }
    }

    private static void member(Plan plan, @Nullable Slot<JsonValue> slot, JsonCursor in, JsonSink out)
            throws IOException {
        if (slot != null) {
            out.name(slot.name);
            slot.value.read(in, out);
            return;
        }
        if (plan.union && !in.unknown().equals("__type")) {
            out.name("SDK_UNKNOWN_MEMBER");
            out.beginObject();
            out.name("name");
            out.string(in.unknown());
            out.endObject();
        }
        in.drop();
    }
}
