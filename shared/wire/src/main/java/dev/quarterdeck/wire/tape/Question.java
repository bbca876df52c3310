package dev.quarterdeck.wire.tape;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * What a request asks, whoever signed it and when: account, service and region as its signature names them, and its
 * method, path and parameters in an order of our own.
 */
public record Question(String account, String service, String region, String request) implements Comparable<Question> {
    private static final Comparator<Question> ORDER = Comparator.comparing(Question::account)
            .thenComparing(Question::region)
            .thenComparing(Question::service)
            .thenComparing(Question::request);
    private static final Pattern SCOPE = Pattern.compile("Credential=([^/]+)/[^/]+/([^/]+)/([^/]+)/aws4_request");
    private static final Pattern ACTION = Pattern.compile("(?:Action=|X-Amz-Target: [^ ]*\\.)([A-Za-z0-9]+)");

    /** Refuses a request that nobody signed: whose question it is cannot be said. {@code owner} knows whose a key is. */
    public static Question of(SdkHttpRequest request, byte[] body, UnaryOperator<String> owner) {
        Matcher scope =
                SCOPE.matcher(request.firstMatchingHeader("Authorization").orElse(""));
        if (!scope.find()) {
            throw new IllegalArgumentException("a request that is not signed: " + request.encodedPath());
        }
        String target = request.firstMatchingHeader("X-Amz-Target")
                .map(name -> " X-Amz-Target: " + name)
                .orElse("");
        String query =
                request.encodedQueryParameters().map(text -> "?" + sorted(text)).orElse("");
        String text =
                "%s %s%s%s %s".formatted(request.method(), request.encodedPath(), query, target, body(request, body));
        return new Question(owner.apply(scope.group(1)), scope.group(3), scope.group(2), text.strip());
    }

    private static String body(SdkHttpRequest request, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        if (request.firstMatchingHeader("Content-Type").orElse("").contains("x-www-form-urlencoded")) {
            return sorted(text);
        }
        try {
            return text.startsWith("{") ? OrderedJson.of(text) : text;
        } catch (IOException e) {
            throw new UncheckedIOException("our own request is no JSON", e);
        }
    }

    private static String sorted(String pairs) {
        return Arrays.stream(pairs.split("&", -1)).sorted().collect(Collectors.joining("&"));
    }

    Question inWords(UnaryOperator<String> words) {
        return new Question(account, service, region, words.apply(request));
    }

    @Override
    public int compareTo(Question other) {
        return ORDER.compare(this, other);
    }

    /** As people are told: {@code ec2 DescribeVolumes in eu-west-1 of 111122223333}. */
    @Override
    public String toString() {
        Matcher action = ACTION.matcher(request);
        return "%s %s in %s of %s".formatted(service, action.find() ? action.group(1) : request, region, account);
    }
}
