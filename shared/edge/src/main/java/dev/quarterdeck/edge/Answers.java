package dev.quarterdeck.edge;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.kernel.Digest;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes HTTP of a handler's reply: content, its tag, and nothing but the tag for who has it already. */
final class Answers {
    private static final String ETAG = "ETag";

    private Answers() {}

    static HttpResponse of(HttpRequest request, Reply reply, String requestId) {
        Optional<Content> content = reply.content();
        if (content.isPresent()
                && !Media.accepts(request.headers().all("Accept"), content.get().type())) {
            return Problem.of(
                            406,
                            "not-acceptable",
                            "Not acceptable",
                            "the answer is " + content.get().type())
                    .response(requestId);
        }
        var response = new HttpResponse(
                reply.status(), reply.headers(), content.map(Content::body).orElse(Body.EMPTY));
        if (content.isPresent()) {
            response = response.with("Content-Type", content.get().type());
        }
        return request.method().equals("GET") && reply.status() == 200 ? tagged(request, response) : response;
    }

    private static HttpResponse tagged(HttpRequest request, HttpResponse response) {
        HttpResponse whole =
                response.headers().all(ETAG).isEmpty() ? response.with(ETAG, digest(response.body())) : response;
        String tag = whole.headers().all(ETAG).getFirst();
        boolean known = request.headers().all("If-None-Match").stream()
                .flatMap(line -> Stream.of(line.split(",")))
                .map(String::strip)
                .anyMatch(given -> given.equals(tag) || given.equals("W/" + tag) || given.equals("*"));
        return known ? new HttpResponse(304, whole.headers(), Body.EMPTY) : whole;
    }

    private static String digest(Body body) {
        String hash = Base64.getUrlEncoder().withoutPadding().encodeToString(Digest.sha256(body.bytes()));
        return '"' + hash.substring(0, 22) + '"';
    }
}
