package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.ListShape;
import dev.quarterdeck.wire.model.MapShape;
import dev.quarterdeck.wire.model.Member;
import dev.quarterdeck.wire.model.Scalar;
import dev.quarterdeck.wire.model.Structure;
import dev.quarterdeck.wire.model.Trait;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a checked structure as an XML body. */
final class XmlBody {
    private final StringBuilder out = new StringBuilder();

    private XmlBody() {}

    /** {@code root} names the element: an operation's input or its payload member. */
    static byte[] of(Member root, Map<?, ?> values) {
        XmlBody body = new XmlBody();
        body.structure(root, (Structure) root.shape(), values, root.wireName());
        return body.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void value(Member member, Object value, String name) {
        switch (member.shape()) {
            case Structure structure -> structure(member, structure, (Map<?, ?>) value, name);
            case ListShape list -> list(member, list, (List<?>) value, name);
            case MapShape map -> map(member, map, (Map<?, ?>) value, name);
            case Scalar scalar -> {
                open(member, name);
                out.append('>');
                escape(scalar(scalar, member, value));
                close(name);
            }
        }
    }

    private void structure(Member place, Structure structure, Map<?, ?> values, String name) {
        open(place, name);
        values.forEach((key, value) -> {
            Member member = structure.member((String) key);
            if (member != null && member.traits().has(Trait.XML_ATTRIBUTE)) {
                attribute(member.wireName(), value.toString());
            }
        });
        out.append('>');
        values.forEach((key, value) -> {
            Member member = structure.member((String) key);
            if (member != null && !member.traits().has(Trait.XML_ATTRIBUTE)) {
                value(member, value, member.wireName());
            }
        });
        close(name);
    }

    private void list(Member member, ListShape shape, List<?> list, String name) {
        Member element = shape.element();
        if (member.traits().has(Trait.FLATTENED)) {
            list.forEach(value -> value(element, value, name));
            return;
        }
        open(member, name);
        out.append('>');
        list.forEach(
                value -> value(element, value, element.traits().locationName().orElse("member")));
        close(name);
    }

    private void map(Member member, MapShape shape, Map<?, ?> map, String name) {
        boolean flattened = member.traits().has(Trait.FLATTENED);
        String entryName = flattened ? name : "entry";
        if (!flattened) {
            open(member, name);
            out.append('>');
        }
        map.forEach((key, value) -> {
            out.append('<').append(entryName).append('>');
            value(shape.key(), key, shape.key().traits().locationName().orElse("key"));
            value(shape.value(), value, shape.value().traits().locationName().orElse("value"));
            close(entryName);
        });
        if (!flattened) {
            close(name);
        }
    }

    private void open(Member member, String name) {
        out.append('<').append(name);
        member.traits()
                .xmlNamespace()
                .ifPresent(ns -> attribute(ns.prefix().isEmpty() ? "xmlns" : "xmlns:" + ns.prefix(), ns.uri()));
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(value);
        out.append('"');
    }

    private void close(String name) {
        out.append("</").append(name).append('>');
    }

    /** Line ends and tabs are escaped too: a parser would change them, in attributes into spaces. */
    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#xD;");
                case '\n' -> out.append("&#xA;");
                case '\t' -> out.append("&#x9;");
                default -> out.append(c);
            }
        }
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
