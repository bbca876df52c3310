package dev.quarterdeck.wire.tape;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Answers from a tape, as of the clock's time, and connects to nothing. What is not on the tape is refused by name, so that it
 * can never be taken for something that is not there.
 */
public final class Player implements SdkHttpClient {
    private final Tape tape;
    private final InstantSource clock;
    private final ConcurrentMap<String, String> words = new ConcurrentHashMap<>();

    public Player(Tape tape, InstantSource clock) {
        this.tape = tape;
        this.clock = clock;
    }

    /** From here on {@code said} stands for {@code taped} in what is asked and answered: what a hub made up itself cannot be on a tape. */
    public void read(String taped, String said) {
        words.put(taped, said);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() {
                return response(answer(request));
            }

            @Override
            public void abort() {} // an answer is given at once
        };
    }

    private Taped answer(HttpExecuteRequest request) {
        Question asked = Question.of(request.httpRequest(), body(request), TapedKeys::owner)
                .inWords(this::asTaped);
        return tape.answer(asked, clock.instant())
                .orElseGet(() -> Taped.missing(asked, tape.isXml(asked.service())))
                .inWords(this::asSaid);
    }

    private String asTaped(String text) {
        String mapped = text;
        for (var word : words.entrySet()) {
            mapped = mapped.replace(word.getValue(), word.getKey());
        }
        return mapped;
    }

    private String asSaid(String text) {
        String mapped = text;
        for (var word : words.entrySet()) {
            mapped = mapped.replace(word.getKey(), word.getValue());
        }
        return mapped;
    }

    private static HttpExecuteResponse response(Taped answer) {
        var head = SdkHttpResponse.builder().statusCode(answer.status());
        answer.headers().forEach(head::putHeader);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        return HttpExecuteResponse.builder()
                .response(head.putHeader("Content-Length", Integer.toString(body.length))
                        .build())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    private static byte[] body(HttpExecuteRequest request) {
        if (request.contentStreamProvider().isEmpty()) {
            return new byte[0];
        }
        try (InputStream body = request.contentStreamProvider().get().newStream()) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }

    @Override
    public void close() {} // nothing is open
}
