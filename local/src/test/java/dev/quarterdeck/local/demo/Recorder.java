package dev.quarterdeck.local.demo;

import dev.quarterdeck.wire.tape.Question;
import dev.quarterdeck.wire.tape.Tape;
import dev.quarterdeck.wire.tape.Taped;
import dev.quarterdeck.wire.tape.TapedKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Passes requests on and keeps what was asked and answered, look by look, without what differs from run to run and without
 * secrets.
 */
final class Recorder implements SdkHttpClient {
    private static final Set<String> HEADERS = Set.of("content-type", "etag", "last-modified", "location");
    private static final Pattern SESSION_KEY = Pattern.compile("<AccessKeyId>(ASIA[^<]+)</AccessKeyId>");
    private static final Pattern SESSION_ACCOUNT = Pattern.compile("<Arn>arn:aws:sts::([0-9]{12}):");
    private static final Pattern REQUEST_ID =
            Pattern.compile("<(requestId|RequestId|RequestID)>[^<]*</(requestId|RequestId|RequestID)>");
    private static final Pattern PAGE = Pattern.compile("\"PaginationToken\": \"([0-9a-f-]{36})\"");
    private static final Pattern SECRET = Pattern.compile("<(SecretAccessKey|SessionToken)>[^<]*<");
    private static final Pattern SESSION_ID = Pattern.compile("<(AssumedRoleId|UserId)>A[A-Z]{3}[^<:]*:");

    private final SdkHttpClient aws;
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, String> words = new ConcurrentSkipListMap<>();
    private final SortedMap<Question, NavigableMap<Integer, Taped>> answers = new ConcurrentSkipListMap<>();
    private final List<Instant> looks = new ArrayList<>();

    Recorder(SdkHttpClient aws) {
        this.aws = aws;
    }

    /** From here on everything belongs to this look; returns which it is. */
    int look(Instant at) {
        looks.add(at);
        return looks.size();
    }

    void owns(String accessKeyId, String account) {
        owners.put(accessKeyId, account);
        words.put(accessKeyId, TapedKeys.lasting(account));
    }

    /** {@code said} is {@code taped} on the tape. */
    void write(String said, String taped) {
        words.put(said, taped);
    }

    Tape tape() {
        return new Tape(looks, answers);
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        ExecutableHttpRequest passed = aws.prepareRequest(request);
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                return keep(request, passed.call());
            }

            @Override
            public void abort() {
                passed.abort();
            }
        };
    }

    private HttpExecuteResponse keep(HttpExecuteRequest request, HttpExecuteResponse response) throws IOException {
        byte[] body = response.responseBody().isPresent()
                ? read(response.responseBody().get())
                : new byte[0];
        String text = new String(body, StandardCharsets.UTF_8);
        var asked = Question.of(request.httpRequest(), body(request), this::owner);
        var question = new Question(asked.account(), asked.service(), asked.region(), tidy(asked, asked.request()));
        learn(question, text);
        var answer = new Taped(response.httpResponse().statusCode(), headers(response), tidy(asked, text));
        answers.computeIfAbsent(question, _ -> new ConcurrentSkipListMap<>()).putIfAbsent(looks.size() - 1, answer);
        return HttpExecuteResponse.builder()
                .response(response.httpResponse())
                .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                .build();
    }

    /** What moto draws anew each time: sessions' keys, and where a list goes on, which is named after the page before it. */
    private void learn(Question question, String body) {
        var page = PAGE.matcher(body);
        if (page.find()) {
            words.put(page.group(1), "after-" + Integer.toHexString(question.hashCode()));
        }
        var key = SESSION_KEY.matcher(body);
        var account = SESSION_ACCOUNT.matcher(body);
        if (key.find() && account.find()) {
            owners.put(key.group(1), account.group(1));
            words.put(key.group(1), TapedKeys.passing(account.group(1)));
        }
    }

    private String owner(String accessKeyId) {
        String owner = owners.get(accessKeyId);
        if (owner == null) {
            throw new IllegalStateException("nobody is known to own the access key of a request");
        }
        return owner;
    }

    private String tidy(Question asked, String text) {
        String tidied = text;
        for (var word : words.entrySet()) {
            tidied = tidied.replace(word.getKey(), word.getValue());
        }
        tidied = REQUEST_ID.matcher(tidied).replaceAll("");
        if (asked.service().equals("sts")) {
            tidied = SECRET.matcher(tidied).replaceAll("<$1>" + TapedKeys.NO_SECRET + "<");
            tidied = SESSION_ID.matcher(tidied).replaceAll("<$1>AROADEMODEMODEMODEMO0:");
            tidied = tidied.replaceAll("<Expiration>[^<]*<", "<Expiration>2099-01-01T00:00:00Z<");
        }
        return tidied.replaceAll(
                "http://127\\.0\\.0\\.1:[0-9]+",
                "https://%s.%s.amazonaws.com".formatted(asked.service(), asked.region()));
    }

    private static SortedMap<String, String> headers(HttpExecuteResponse response) {
        var kept = new TreeMap<String, String>();
        response.httpResponse().headers().forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            boolean own = lower.startsWith("x-amz")
                    && !lower.contains("request")
                    && !lower.contains("id-2")
                    && !lower.contains("crc");
            if (HEADERS.contains(lower) || own) {
                kept.put(lower, values.getFirst());
            }
        });
        return kept;
    }

    private static byte[] read(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }

    private static byte[] body(HttpExecuteRequest request) throws IOException {
        return request.contentStreamProvider().isPresent()
                ? read(request.contentStreamProvider().get().newStream())
                : new byte[0];
    }

    @Override
    public void close() {
        aws.close();
    }
}
