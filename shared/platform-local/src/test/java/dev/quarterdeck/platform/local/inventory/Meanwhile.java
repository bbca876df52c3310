package dev.quarterdeck.platform.local.inventory;

import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store in which something else happens right before an object is written or deleted. */
record Meanwhile(Objects objects, Deed beforeWrite, Deed beforeDelete) implements Objects {
    /** What happens, if only that it fails. */
    interface Deed {
        Deed NOTHING = () -> {};

        void run() throws IOException;

        /** Only at so manieth time, counted from 1. */
        default Deed at(int time) {
            var times = new AtomicInteger();
            return () -> {
                if (times.incrementAndGet() == time) {
                    run();
                }
            };
        }

        /** From so manieth time on. */
        default Deed from(int time) {
            var times = new AtomicInteger();
            return () -> {
                if (times.incrementAndGet() >= time) {
                    run();
                }
            };
        }
    }

    @Override
    public void put(ObjectName name, InputStream content) throws IOException {
        beforeWrite.run();
        objects.put(name, content);
    }

    @Override
    public boolean create(ObjectName name, InputStream content) throws IOException {
        beforeWrite.run();
        return objects.create(name, content);
    }

    @Override
    public Optional<InputStream> get(ObjectName name) {
        return objects.get(name);
    }

    @Override
    public Optional<byte[]> range(ObjectName name, long from, int length) {
        return objects.range(name, from, length);
    }

    @Override
    public ObjectListing list(String prefix, Optional<ObjectName> after) {
        return objects.list(prefix, after);
    }

    @Override
    public void delete(ObjectName name) {
        try {
            beforeDelete.run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        objects.delete(name);
    }
}
