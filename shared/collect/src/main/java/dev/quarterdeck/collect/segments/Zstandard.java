package dev.quarterdeck.collect.segments;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.quarterdeck.kernel.objects.DamagedObjectException;
import dev.quarterdeck.kernel.objects.ObjectName;

/** Zstandard frames (RFC 8878), quick rather than small: rows of one type shrink to a tenth either way. */
final class Zstandard {
    private static final int LEVEL = 1;

    /** The first four bytes of a frame that readers of Zstandard leave out (RFC 8878, 3.1.2). */
    static final int SKIPPED = 0x184D2A50;

    private Zstandard() {}

    static byte[] pack(byte[] bytes) {
        return Zstd.compress(bytes, LEVEL);
    }

    static byte[] unpack(ObjectName name, byte[] packed, int size) throws DamagedObjectException {
        if (Zstd.getFrameContentSize(packed) != size) { // before room is made for it
            throw new DamagedObjectException(name);
        }
        try {
            return Zstd.decompress(packed, size);
        } catch (ZstdException _) {
            throw new DamagedObjectException(name);
        }
    }
}
