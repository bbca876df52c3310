package dev.quarterdeck.platform.local.inventory;

import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store in which something else happens right before the first object is written. */
record Meanwhile(Objects objects, AtomicBoolean happened, Deed deed) implements Objects {
    /** What somebody else does. */
    interface Deed {
        void run() throws IOException;
    }

    Meanwhile(Objects objects, Deed deed) {
        this(objects, new AtomicBoolean(), deed);
    }

    private void happen() throws IOException {
        if (happened.compareAndSet(false, true)) {
            deed.run();
        }
    }

    @Override
    public void put(ObjectName name, InputStream content) throws IOException {
        happen();
        objects.put(name, content);
    }

    @Override
    public boolean create(ObjectName name, InputStream content) throws IOException {
        happen();
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
        objects.delete(name);
    }
}
