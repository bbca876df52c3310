package dev.quarterdeck.edge.http;

/**
 * A request as the host received it: the target as it stood on the request line ({@code /path?query}, still encoded),
 * and the address it came from.
 */
public record HttpRequest(String method, String target, Headers headers, Body body, String source) {}
