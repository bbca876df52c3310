package dev.quarterdeck.collect.segments;

import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.ObjectName;
import java.util.LinkedHashMap;
import java.util.Map;

/** The blocks that were read last: who asks for one row often asks for its neighbour next. A quarter of a megabyte each. */
public final class Blocks {
    private final Map<Name, byte[]> kept;

    /** A block of a segment. */
    record Name(ObjectName segment, int number) {}

    /** Reads a block from the store. */
    interface Reading {
        byte[] read() throws DamagedObjectException;
    }

    public Blocks(int most) {
        this.kept = new LinkedHashMap<>(most, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Name, byte[]> eldest) {
                return size() > most;
            }
        };
    }

    /** Two that want the same one wait for each other, so that it is read once. */
    synchronized byte[] get(Name name, Reading reading) throws DamagedObjectException {
        byte[] known = kept.get(name);
        if (known != null) {
            return known;
        }
        byte[] read = reading.read();
        kept.put(name, read);
        return read;
    }
}
