package dev.quarterdeck.bench.simulated;

import dev.quarterdeck.wire.Rates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * AWS from the socket on, in this JVM: everything from signing to decoding is the product's own. An access key id ends in
 * its account's number.
 */
final class SimulatedAws implements SdkHttpClient {
    private static final Pattern SCOPE = Pattern.compile("Credential=[A-Z]+(\\d{12})/\\d+/([^/]+)/([^/]+)/");
    private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=([A-Za-z0-9]+)");
    private static final Pattern NARROWED = Pattern.compile("(?:MaxResults|Filter\\.|Id\\.)");
    private static final Pattern TOKEN = Pattern.compile("NextToken=(\\d+)");
    private static final Pattern AFTER_TABLE = Pattern.compile("\"ExclusiveStartTableName\":\"table-(\\d+)\"");

    private final Estate estate;
    private final Duration latency;
    private final Meter meter;
    private final Map<String, List<Canned>> bySigningName;
    private volatile boolean later;

    SimulatedAws(Estate estate, Duration latency, Meter meter, List<Canned> canned) {
        this.estate = estate;
        this.latency = latency;
        this.meter = meter;
        this.bySigningName = canned.stream()
                .collect(Collectors.groupingBy(call -> call.asked().signingName()));
    }

    /** From now on one resource in a hundred is another than before. */
    void later() {
        later = true;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new ExecutableHttpRequest() {
            @Override
            public HttpExecuteResponse call() throws IOException {
                Reply reply = answer(request);
                travel();
                return reply.response();
            }

            @Override
            public void abort() {}
        };
    }

    @Override
    public void close() {}

    private void travel() throws InterruptedIOException {
        try {
            if (latency.isPositive()) {
                Thread.sleep(latency);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private Reply answer(HttpExecuteRequest request) throws IOException {
        SdkHttpRequest http = request.httpRequest();
        Matcher scope = SCOPE.matcher(http.firstMatchingHeader("Authorization").orElse(""));
        if (!scope.find()) {
            throw new IOException("the request is not signed: " + http.getUri());
        }
        String account = scope.group(1);
        String region = scope.group(2);
        String body = body(request);
        Canned call = call(scope.group(3), http, body);
        boolean narrowed = NARROWED.matcher(body).find();
        if (!meter.admits(account, region, Rates.of(call.service(), call.operation(), narrowed), call.operation())) {
            return Reply.error(call, 400, "ThrottlingException", "Rate exceeded");
        }
        if (estate.isBarred(region)) {
            String action = call.service() + ":" + call.operation();
            String user = "arn:aws:sts::" + account + ":assumed-role/r/s";
            return Reply.error(
                    call,
                    403,
                    "AccessDenied",
                    "User: %s is not authorized to perform: %s with an explicit deny in a service control policy"
                            .formatted(user, action));
        }
        return Reply.of(call, body(call, account, region, body));
    }

    private byte[] body(Canned call, String account, String region, String asked) {
        int tables = call.operation().equals("ListTables") ? estate.tables(account, region) : 0;
        if (tables > 0) {
            return Texts.tables(number(AFTER_TABLE, asked), tables);
        }
        int pages = estate.pages(account, region, call.operation());
        if (pages > 1) {
            int page = number(TOKEN, asked);
            return Texts.page(full(call, account + region + page), page, pages);
        }
        return body(call, account, region);
    }

    /** Of lists of fewer than a hundred rows only some have one that is another one by now. */
    private byte[] full(Canned call, String where) {
        boolean other =
                later && call.listed() && Math.floorMod((where + call.operation()).hashCode(), 100) < call.rows();
        return other ? call.bodies().changed() : call.bodies().full();
    }

    private static int number(Pattern pattern, String asked) {
        Matcher found = pattern.matcher(asked);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private byte[] body(Canned call, String account, String region) {
        String own = switch (call.operation()) {
            case "GetCallerIdentity" -> Texts.identity(account);
            case "DescribeRegions" -> Texts.regions(estate.regions());
            default -> "";
        };
        if (!own.isEmpty()) {
            return own.getBytes(StandardCharsets.UTF_8);
        }
        return call.listed() && estate.isEmpty(account, region) ? call.bodies().empty() : full(call, account + region);
    }

    private Canned call(String signingName, SdkHttpRequest http, String body) throws IOException {
        List<Canned> calls = bySigningName.getOrDefault(signingName, List.of());
        Matcher action = ACTION.matcher(body);
        String target = http.firstMatchingHeader("X-Amz-Target").orElse("");
        String name = action.find() ? action.group(1) : target.substring(target.lastIndexOf('.') + 1);
        return calls.stream()
                .filter(call -> name.isEmpty()
                        ? matches(call.asked(), http)
                        : call.operation().equals(name))
                .findFirst()
                .orElseThrow(() -> new IOException(
                        "the simulated AWS has no answer for %s %s %s".formatted(signingName, name, http.getUri())));
    }

    private static boolean matches(Canned.Asked asked, SdkHttpRequest http) {
        return asked.method().equals(http.method().name())
                && asked.path().matcher(http.encodedPath()).matches()
                && (asked.query().isEmpty() || http.rawQueryParameters().containsKey(Canned.name(asked.query())));
    }

    private static String body(HttpExecuteRequest request) throws IOException {
        if (request.contentStreamProvider().isEmpty()) {
            return "";
        }
        try (InputStream stream = request.contentStreamProvider().get().newStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // made for one answer, never compared
    private record Reply(int status, String contentType, byte[] body, String errorType) {
        static Reply of(Canned call, byte[] body) {
            return new Reply(200, call.bodies().contentType(), body, "");
        }

        static Reply error(Canned call, int status, String code, String message) {
            boolean json = call.bodies().full().length > 0 && call.bodies().full()[0] == '{';
            String text = json ? Texts.jsonError(code, message) : Texts.xmlError(code, message);
            return new Reply(status, call.bodies().contentType(), text.getBytes(StandardCharsets.UTF_8), code);
        }

        HttpExecuteResponse response() {
            SdkHttpResponse.Builder head = SdkHttpResponse.builder()
                    .statusCode(status)
                    .putHeader("Content-Type", contentType)
                    .putHeader("Content-Length", Integer.toString(body.length));
            if (!errorType.isEmpty()) {
                head.putHeader("x-amzn-errortype", errorType);
            }
            return HttpExecuteResponse.builder()
                    .response(head.build())
                    .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)))
                    .build();
        }
    }
}
