package dev.quarterdeck.architecture.planted.code;

import java.time.Instant;

/** A name that says nothing, the wall clock read directly, the process ended from within, a public class in print. */
final class ClockManager {
    private ClockManager() {}

    @SuppressWarnings({"JavaTimeDefaultTimeZone", "SystemOut"})
    static Instant now() {
        System.out.println("planted");
        if (Boolean.getBoolean("planted")) {
            System.exit(1);
        }
        return Instant.now();
    }
}
