package dev.quarterdeck.wire;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import software.amazon.awssdk.http.HttpExecuteResponse;

/** A response whose body is still on its way. What was not read of it when it is closed is given up with the connection. */
final class Reply implements AutoCloseable {
    private static final int MOST_LEFT = 1024;

    private final HttpExecuteResponse response;
    private final Deadline deadline;
    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Body body;

    Reply(HttpExecuteResponse response, Deadline deadline) {
        this.response = response;
        this.deadline = deadline;
        headers.putAll(response.httpResponse().headers());
        InputStream raw = response.responseBody().map(InputStream.class::cast).orElseGet(InputStream::nullInputStream);
        body = new Body(raw);
    }

    int status() {
        return response.httpResponse().statusCode();
    }

    /** Names in any case. */
    Map<String, List<String>> headers() {
        return headers;
    }

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The body, of which as much as {@code most} bytes has been received already. */
    InputStream held(int most) throws IOException {
        OptionalInt announced = announced(most);
        byte[] start;
        if (announced.isEmpty()) {
            start = body.readNBytes(most);
        } else {
            start = new byte[announced.getAsInt()];
            int count = body.readNBytes(start, 0, start.length);
            start = count < start.length ? Arrays.copyOf(start, count) : start;
        }
        return new SequenceInputStream(new ByteArrayInputStream(start), body);
    }

    /** The smaller of {@code most} and the length that the header tells. */
    private OptionalInt announced(int most) {
        return header("Content-Length")
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(text -> OptionalInt.of((int) Math.min(most, Long.parseLong(text))))
                .orElseGet(OptionalInt::empty);
    }

    long received() {
        return body.received;
    }

    /** Reads the little that decoders leave behind the end of a document, so that the connection can be used again. */
    void finish() throws IOException {
        body.readNBytes(MOST_LEFT);
    }

    @Override
    public void close() {
        deadline.cancel();
        response.responseBody().ifPresent(stream -> {
            if (!body.ended) {
                // Closing would read the rest first, for the sake of the connection.
                stream.abort();
            }
            try {
                stream.close();
            } catch (IOException _) {
                // It was given up anyway.
            }
        });
    }

    private final class Body extends FilterInputStream {
        private long received;
        private boolean ended;

        Body(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (ended) {
                return -1;
            }
            try {
                int count = in.read(into, from, length);
                ended |= count < 0;
                received += Math.max(0, count);
                return count;
            } catch (IOException e) {
                throw deadline.passed() ? new DeadlineException(e) : e;
            }
        }

        /** Left to {@link Reply#close}: decoders close what they have read, and some before its end. */
        @Override
        public void close() {}
    }
}
