package dev.quarterdeck.wire.protocol;

import java.io.InputStream;

/** A response whose body is still to be read. Whoever sent the request closes the body. */
public record WireResponse(int status, Headers headers, InputStream body) {}
