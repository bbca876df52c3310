package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Shape;
import dev.quarterdeck.wire.model.Trait;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Collects what of an input belongs to path, query string and headers. */
final class RestParts {
    private final Operation operation;
    private final Map<String, String> labels = new HashMap<>();
    private final List<WireRequest.Parameter> query;
    private final Map<String, String> headers = new LinkedHashMap<>();

    RestParts(Operation operation) {
        this.operation = operation;
        this.query = new ArrayList<>(RestRequests.literalQuery(operation.http().uri()));
    }

    void place(Member member, Object value) {
        String name = member.wireName();
        switch (member.traits().location()) {
            case URI -> labels.put(name, text(member, value, "iso8601"));
            case QUERYSTRING -> query(member, name, value);
            case HEADER -> {
                if (!(value instanceof List<?> list && list.isEmpty())) {
                    headers.put(name, header(member, value));
                }
            }
            case HEADERS -> ((Map<?, ?>) value).forEach((key, v) -> headers.put(name + key, v.toString()));
            case BODY, STATUS_CODE -> {}
        }
    }

    void headerUnlessSet(String name, String value) {
        if (headers.keySet().stream().noneMatch(name::equalsIgnoreCase)) {
            headers.put(name, value);
        }
    }

    List<WireRequest.Parameter> query() {
        return query;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Fills the labels: {@code {Key+}} keeps its slashes. */
    String path() {
        String template = operation.http().uri();
        int mark = template.indexOf('?');
        String rest = mark < 0 ? template : template.substring(0, mark);
        StringBuilder path = new StringBuilder();
        int open = rest.indexOf('{');
        while (open >= 0) {
            int close = rest.indexOf('}', open);
            path.append(rest, 0, open).append(label(rest.substring(open + 1, close)));
            rest = rest.substring(close + 1);
            open = rest.indexOf('{');
        }
        return path.append(rest).toString();
    }

    private String label(String label) {
        boolean greedy = label.endsWith("+");
        String name = greedy ? label.substring(0, label.length() - 1) : label;
        String value = labels.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s: %s is in the path and must not be empty: '%s'".formatted(operation.name(), name, value));
        }
        return PercentEncoding.encode(value, greedy ? "/" : "");
    }

    private void query(Member member, String name, Object value) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, v) -> {
                    if (v instanceof List<?> list) {
                        list.forEach(each -> parameter((String) key, each.toString()));
                    } else {
                        parameter((String) key, v.toString());
                    }
                });
            case List<?> list -> {
                Member element = ((ListShape) member.shape()).element();
                list.forEach(v -> parameter(name, text(element, v, "iso8601")));
            }
            default -> parameter(name, text(member, value, "iso8601"));
        }
    }

    private void parameter(String name, String value) {
        query.add(new WireRequest.Parameter(name, value));
    }

    private static String header(Member member, Object value) {
        if (member.traits().has(Trait.JSON_VALUE)) {
            return Base64.getEncoder().encodeToString(JsonBody.ofDocument(value));
        }
        if (member.shape() instanceof ListShape list) {
            return ((List<?>) value)
                    .stream().map(each -> element(list.element(), each)).collect(Collectors.joining(","));
        }
        return text(member, isTime(member) ? Values.instant(value).truncatedTo(ChronoUnit.SECONDS) : value, "rfc822");
    }

    /** Headers tell the time in whole seconds, whatever the format. */
    private static boolean isTime(Member member) {
        return member.shape() instanceof Scalar scalar && scalar.kind() == Scalar.Kind.TIMESTAMP;
    }

    private static String element(Member element, Object value) {
        if (value instanceof String text && (text.indexOf('"') >= 0 || text.indexOf(',') >= 0)) {
            return '"' + text.replace("\"", "\\\"") + '"';
        }
        return header(element, value);
    }

    private static String text(Member member, Object value, String timestampFormat) {
        Shape shape = member.shape();
        if (!(shape instanceof Scalar scalar)) {
            return value.toString();
        }
        return switch (scalar.kind()) {
            case TIMESTAMP -> Values.timestamp(value, member.traits().timestampFormat(), timestampFormat);
            case INTEGER, LONG -> Values.whole((Number) value);
            case FLOAT, DOUBLE -> Values.decimal((Number) value);
            case BLOB -> Values.base64(value);
            case STRING, CHARACTER, BOOLEAN -> value.toString();
        };
    }
}
