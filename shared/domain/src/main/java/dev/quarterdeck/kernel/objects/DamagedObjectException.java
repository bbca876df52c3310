package dev.quarterdeck.kernel.objects;

import java.io.IOException;

/** What was read is not what was written. */
public final class DamagedObjectException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient ObjectName name;

    public DamagedObjectException(ObjectName name) {
        super("the object '%s' is damaged: its content does not match its checksum".formatted(name));
        this.name = name;
    }

    public ObjectName name() {
        return name;
    }
}
