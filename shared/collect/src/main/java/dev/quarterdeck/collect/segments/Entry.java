package dev.quarterdeck.collect.segments;

import dev.quarterdeck.inventory.Uid;
import java.nio.ByteBuffer;

/** What the directory says of a row: what counts as a change has one print, all but the time of looking another. */
public record Entry(Uid uid, Print content, Print whole, Place place) {
    static final int BYTES = 3 * Print.BYTES + Place.BYTES;

    static Entry from(ByteBuffer bytes, int at) {
        var uid = new byte[Print.BYTES];
        bytes.get(at, uid);
        int prints = at + uid.length;
        return new Entry(
                Uid.ofBits(uid),
                Print.from(bytes, prints),
                Print.from(bytes, prints + Print.BYTES),
                Place.from(bytes, prints + 2 * Print.BYTES));
    }

    void into(ByteBuffer bytes) {
        bytes.put(uid.bits());
        content.into(bytes);
        whole.into(bytes);
        place.into(bytes);
    }
}
