package dev.quarterdeck.identity;

import java.time.Instant;
import java.util.List;

/** By what a caller proved who they are. */
public sealed interface Means {
    /** What the audit record calls it. */
    String id();

    /** How a person signed in; nothing where none did. */
    default List<String> methods() {
        return List.of();
    }

    /** A sign-in: the public id of its session, when it happened, and how (RFC 8176: {@code pwd}, {@code otp}, ...). */
    record Session(String id, Instant signedIn, List<String> methods) implements Means {
        public Session {
            methods = List.copyOf(methods);
        }
    }

    /** A machine's key. It is never a fresh sign-in. */
    record ApiKey(String id) implements Means {}

    /** The command line on its own workspace folder: whoever can read that folder owns the hub in it. */
    record Console() implements Means {
        @Override
        public String id() {
            return "console";
        }
    }
}
