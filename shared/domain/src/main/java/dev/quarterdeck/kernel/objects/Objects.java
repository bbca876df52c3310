package dev.quarterdeck.kernel.objects;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Where the hub keeps what is too large for rows. An object appears whole or not at all; one that is read to its end is
 * read as it was written, or the reading fails with {@link DamagedObjectException}.
 */
public interface Objects {
    /** Most objects of one listing. */
    int MOST = 1000;

    /** Stores what the stream says, in place of what was there. */
    void put(ObjectName name, InputStream content) throws IOException;

    /** Stores what the stream says unless the name is taken; says whether it did. */
    boolean create(ObjectName name, InputStream content) throws IOException;

    /** The whole object; the caller closes it. */
    Optional<InputStream> get(ObjectName name);

    /** So many bytes from there on, fewer where the object ends. A part cannot be checked: its content must be. */
    Optional<byte[]> range(ObjectName name, long from, int length);

    /** Objects whose names begin so, in the order of names, from after a name on. */
    ObjectListing list(String prefix, Optional<ObjectName> after);

    /** Removes an object; one that is not there is no trouble. */
    void delete(ObjectName name);
}
