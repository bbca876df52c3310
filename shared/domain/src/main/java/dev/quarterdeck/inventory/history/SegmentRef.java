package dev.quarterdeck.inventory.history;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.objects.ObjectName;

/** A segment, which is one immutable object: how many bytes it has, how many rows, and of how many resources it says that they are gone. */
public record SegmentRef(ObjectName name, long size, long rows, long gone) {
    public Json.Obj json() {
        return new Members()
                .put("name", name.value())
                .put("size", size)
                .put("rows", rows)
                .put("gone", gone)
                .json();
    }

    public static SegmentRef of(Fields fields) {
        return new SegmentRef(
                fields.text("name", ObjectName::new), fields.whole("size"), fields.whole("rows"), fields.whole("gone"));
    }
}
