package dev.quarterdeck.wire.protocol;

import java.io.IOException;

/** A body that ends too early or is not what the protocol says: worth another try, never half an answer. */
public final class MalformedResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    public MalformedResponseException(String message) {
        super(message);
    }

    public MalformedResponseException(String message, Throwable cause) {
        super(message, cause);
    }
}
