package dev.quarterdeck.wire.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads a structure: members by name, looked up once for the shape; null members are left out. */
final class JsonStructure implements JsonValue {
    /** A member and how it is read. */
    record Slot(String name, JsonValue value) {}

    /** What is known of a structure before any value is read. */
    record Plan(Map<String, Slot> members, boolean union) {}

    private final Supplier<Plan> maker;
    private volatile @Nullable Plan plan;

    JsonStructure(Supplier<Plan> maker) {
        this.maker = maker;
    }

    /** Made late, for shapes contain themselves. Racing threads make equal plans. */
    private Plan plan() {
        Plan made = plan;
        if (made == null) {
            made = maker.get();
            plan = made;
        }
        return made;
    }

    @Override
    public void read(JsonParser in, JsonReading reading, JsonSink out) throws IOException {
        if (reading.opens(in, JsonToken.START_OBJECT, out)) {
            out.beginObject();
            members(in, reading, out);
            out.endObject();
        }
    }

    /** The members alone, into an object that is open already. */
    void members(JsonParser in, JsonReading reading, JsonSink out) throws IOException {
        Plan known = plan();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            Slot slot = known.members.get(name);
            JsonToken token = in.nextToken();
            if (token == JsonToken.VALUE_NULL) {
                continue;
            }
            if (slot == null) {
                unknown(known, name, in, reading, out);
            } else {
                out.name(slot.name);
                slot.value.read(in, reading, out);
            }
        }
    }

    private static void unknown(Plan plan, String name, JsonParser in, JsonReading reading, JsonSink out)
            throws IOException {
        if (plan.union && !name.equals("__type")) {
            out.name("SDK_UNKNOWN_MEMBER");
            out.beginObject();
            out.name("name");
            out.string(name);
            out.endObject();
        }
        reading.drop(in);
    }
}
