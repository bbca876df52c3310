package dev.quarterdeck.edge.http;

/** An answer for the host to send. */
public record HttpResponse(int status, Headers headers, Body body) {
    public HttpResponse with(String name, String value) {
        return new HttpResponse(status, headers.with(name, value), body);
    }
}
