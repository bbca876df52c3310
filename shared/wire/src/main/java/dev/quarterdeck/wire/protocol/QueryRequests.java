package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.MapShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Operation;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import dev.quarterdeck.wire.model.Trait;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The query protocol: a form in which {@code a.member.1.b} is a path. EC2's dialect flattens all lists. */
final class QueryRequests implements RequestFormat {
    private final String apiVersion;
    private final Dialect dialect;

    /** Who names and numbers the members. */
    enum Dialect {
        QUERY,
        EC2
    }

    QueryRequests(String apiVersion, Dialect dialect) {
        this.apiVersion = apiVersion;
        this.dialect = dialect;
    }

    @Override
    public WireRequest write(Operation operation, Map<String, ?> input, String hostPrefix) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", operation.name());
        form.put("Version", apiVersion);
        operation.input().ifPresent(member -> structure(form, (Structure) member.shape(), input, ""));
        Map<String, String> headers = Map.of("Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
        return new WireRequest(operation.http().method(), hostPrefix, "/", List.of(), headers, encode(form));
    }

    private static byte[] encode(Map<String, String> form) {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Map<String, String> form, Member member, Object value, String path) {
        switch (member.shape()) {
            case Structure structure -> structure(form, structure, (Map<?, ?>) value, path + ".");
            case ListShape list -> list(form, member, list, (List<?>) value, path);
            case MapShape map -> map(form, member, map, (Map<?, ?>) value, path);
            case Scalar scalar -> form.put(path, scalar(scalar, member, value));
        }
    }

    private void structure(Map<String, String> form, Structure structure, Map<?, ?> values, String prefix) {
        values.forEach((key, value) -> {
            Member member = structure.member((String) key);
            if (member != null) {
                value(form, member, value, prefix + name(member));
            }
        });
    }

    private void list(Map<String, String> form, Member member, ListShape shape, List<?> list, String path) {
        if (list.isEmpty() && dialect == Dialect.QUERY) {
            form.put(path, "");
            return;
        }
        String prefix = elementPrefix(member, shape, path);
        for (int i = 0; i < list.size(); i++) {
            value(form, shape.element(), list.get(i), prefix + '.' + (i + 1));
        }
    }

    private String elementPrefix(Member member, ListShape shape, String path) {
        if (dialect == Dialect.EC2) {
            return path;
        }
        if (!member.traits().has(Trait.FLATTENED)) {
            return path + '.' + shape.element().traits().locationName().orElse("member");
        }
        return shape.element()
                .traits()
                .locationName()
                .map(name -> path.substring(0, path.lastIndexOf('.') + 1) + name)
                .orElse(path);
    }

    private void map(Map<String, String> form, Member member, MapShape shape, Map<?, ?> map, String path) {
        String prefix = member.traits().has(Trait.FLATTENED) ? path : path + ".entry";
        int i = 1;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String pair = prefix + '.' + i++ + '.';
            value(
                    form,
                    shape.key(),
                    entry.getKey(),
                    pair + shape.key().traits().locationName().orElse("key"));
            value(
                    form,
                    shape.value(),
                    entry.getValue(),
                    pair + shape.value().traits().locationName().orElse("value"));
        }
    }

    private String name(Member member) {
        if (dialect == Dialect.QUERY) {
            return member.wireName();
        }
        return member.traits()
                .queryName()
                .or(() -> member.traits().locationName().map(QueryRequests::capitalised))
                .orElse(member.name());
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String scalar(Scalar scalar, Member member, Object value) {
        return switch (scalar.kind()) {
            case BLOB -> Values.base64(value);
            case TIMESTAMP -> Values.timestamp(value, member.traits().timestampFormat(), "iso8601");
            case INTEGER, LONG -> Values.whole((Number) value);
            case FLOAT, DOUBLE -> Values.decimal((Number) value);
            case STRING, CHARACTER, BOOLEAN -> value.toString();
        };
    }
}
