package dev.quarterdeck.wire.model;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decodes one service's section of the index: the counterpart of {@link ServiceWriter}. */
final class ServiceReader {
    private final byte[] bytes;
    private final int start;
    private final Strings strings;
    private final String service;
    private int[] shapeStarts = new int[0];
    private @Nullable Shape[] shapes = new Shape[0];

    ServiceReader(byte[] bytes, int start, Strings strings, String service) {
        this.bytes = bytes;
        this.start = start;
        this.strings = strings;
        this.service = service;
    }

    ServiceModel read() {
        Cursor cursor = Cursor.at(bytes, start);
        Map<String, String> metadata = texts(cursor);
        int count = cursor.number();
        Map<String, Supplier<Operation>> operations = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            String name = text(cursor);
            int length = cursor.number();
            int at = cursor.position();
            operations.put(name, new Once<>(() -> operation(name, Cursor.at(bytes, at))));
            cursor.skip(length);
        }
        shapeStarts = new int[cursor.number()];
        shapes = new Shape[shapeStarts.length];
        for (int i = 0; i < shapeStarts.length; i++) {
            int length = cursor.number();
            shapeStarts[i] = cursor.position();
            cursor.skip(length);
        }
        return new ServiceModel(service, metadata, operations);
    }

    private Operation operation(String name, Cursor cursor) {
        Http http = new Http(text(cursor), text(cursor));
        Optional<Member> input = optional(cursor, this::member);
        Optional<Member> output = optional(cursor, this::member);
        return new Operation(name, http, input, output, optional(cursor, this::text), extras(cursor));
    }

    private Extras extras(Cursor cursor) {
        return new Extras(
                optional(cursor, this::text),
                optional(cursor, this::text),
                optional(cursor, c -> new Checksum(c.number() == 1, optional(c, this::text), optional(c, this::text))),
                texts(cursor),
                texts(cursor),
                optional(cursor, this::paginator));
    }

    private Paginator paginator(Cursor cursor) {
        return new Paginator(
                list(cursor), list(cursor), optional(cursor, this::text), optional(cursor, this::text), list(cursor));
    }

    private Member member(Cursor cursor) {
        String name = text(cursor);
        Shape shape = shape(cursor.number());
        return new Member(name, shape, traits(cursor));
    }

    private Traits traits(Cursor cursor) {
        int present = cursor.number();
        if (present == 0) {
            return Traits.NONE;
        }
        Set<Trait> marks = EnumSet.noneOf(Trait.class);
        list(cursor).forEach(word -> marks.add(Trait.of(word)));
        Location location = Location.of(text(cursor));
        return new Traits(
                optional(cursor, this::text),
                optional(cursor, this::text),
                location,
                optional(cursor, c -> new Traits.XmlNamespace(text(c), text(c))),
                optional(cursor, this::text),
                marks);
    }

    /** Shapes are shared, so that what is prepared for one by identity serves all its uses. */
    private Shape shape(int index) {
        synchronized (strings) {
            Shape shape = shapes[index];
            if (shape == null) {
                shape = decodeShape(Cursor.at(bytes, shapeStarts[index]));
                shapes[index] = shape;
            }
            return shape;
        }
    }

    private Shape decodeShape(Cursor cursor) {
        String type = text(cursor);
        String name = text(cursor);
        return switch (type) {
            case "structure" -> structure(name, cursor);
            case "list" -> {
                Optional<Double> least = optional(cursor, this::decimal);
                Optional<Double> most = optional(cursor, this::decimal);
                yield new ListShape(name, least, most, later(cursor, this::member));
            }
            case "map" ->
                new MapShape(name, later(cursor, this::member), later(cursor, c -> {
                    member(c);
                    return member(c);
                }));
            default ->
                new Scalar(
                        name, Scalar.Kind.of(type), optional(cursor, this::decimal), optional(cursor, this::decimal));
        };
    }

    private Structure structure(String name, Cursor cursor) {
        Structure.Form form = Structure.Form.valueOf(text(cursor));
        List<String> required = list(cursor);
        Optional<String> payload = optional(cursor, this::text);
        return new Structure(name, form, required, payload, later(cursor, this::members));
    }

    private Map<String, Member> members(Cursor cursor) {
        int count = cursor.number();
        Map<String, Member> members = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            Member member = member(cursor);
            members.put(member.name(), member);
        }
        return members;
    }

    private <T> Supplier<T> later(Cursor cursor, Function<Cursor, T> decoder) {
        int at = cursor.position();
        return () -> decoder.apply(Cursor.at(bytes, at));
    }

    private <T> Optional<T> optional(Cursor cursor, Function<Cursor, T> decoder) {
        return cursor.number() == 0 ? Optional.empty() : Optional.of(decoder.apply(cursor));
    }

    private Double decimal(Cursor cursor) {
        return Double.valueOf(text(cursor));
    }

    private String text(Cursor cursor) {
        return strings.at(cursor.number());
    }

    private List<String> list(Cursor cursor) {
        int count = cursor.number();
        List<String> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(text(cursor));
        }
        return list;
    }

    private Map<String, String> texts(Cursor cursor) {
        int count = cursor.number();
        Map<String, String> map = LinkedHashMap.newLinkedHashMap(count);
        for (int i = 0; i < count; i++) {
            map.put(text(cursor), text(cursor));
        }
        return map;
    }
}
