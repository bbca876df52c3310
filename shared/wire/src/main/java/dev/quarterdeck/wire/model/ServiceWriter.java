package dev.quarterdeck.wire.model;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Packs one service's extract; {@link ServiceReader} reads it back. */
final class ServiceWriter {
    private static final List<String> TRAIT_WORDS = Stream.concat(
                    Stream.of("locationName", "queryName", "location", "xmlNamespace", "timestampFormat"),
                    Arrays.stream(Trait.values()).map(Trait::word))
            .toList();

    private final String service;
    private final JsonNode extract;
    private final Packed out;
    private final Map<String, Integer> shapeNumbers = new LinkedHashMap<>();

    ServiceWriter(String service, JsonNode extract, Packed out) {
        this.service = service;
        this.extract = extract;
        this.out = out;
        extract.at("shapes").members().keySet().forEach(name -> shapeNumbers.put(name, shapeNumbers.size()));
    }

    byte[] write() {
        out.texts(metadata());
        Map<String, JsonNode> operations = extract.at("operations").members();
        out.number(operations.size());
        operations.forEach((name, operation) -> {
            byte[] packed = operation(name, operation);
            out.text(name).number(packed.length).raw(packed);
        });
        out.number(shapeNumbers.size());
        extract.at("shapes").members().forEach((name, shape) -> {
            byte[] packed = shape(name, shape);
            out.number(packed.length).raw(packed);
        });
        return out.toBytes();
    }

    private Map<String, String> metadata() {
        Map<String, String> metadata = new TreeMap<>();
        extract.at("metadata").members().forEach((key, value) -> {
            String text = value.elements().isEmpty()
                    ? value.text()
                    : value.elements().getFirst().text();
            metadata.put(key, text);
        });
        return metadata;
    }

    private byte[] operation(String name, JsonNode operation) {
        Packed packed = out.sibling();
        JsonNode http = operation.at("http");
        packed.text(http.textAt("method").orElse("POST"));
        packed.text(http.textAt("requestUri").orElse("/"));
        optional(packed, operation.find("input"), (p, input) -> member(p, "", input));
        optional(packed, operation.find("output"), (p, output) -> member(p, "", output));
        packed.text(operation.find("output").flatMap(o -> o.textAt("resultWrapper")));
        packed.text(operation.find("endpoint").flatMap(e -> e.textAt("hostPrefix")));
        packed.text(operation.textAt("authtype"));
        optional(packed, checksum(operation), this::checksum);
        packed.texts(endpointContext(operation));
        packed.texts(endpointMembers(operation));
        optional(packed, extract.find("pagination").flatMap(p -> p.find(name)), this::paginator);
        return packed.toBytes();
    }

    private static Optional<Checksum> checksum(JsonNode operation) {
        boolean plain = operation.isTrue("httpChecksumRequired");
        Optional<JsonNode> flexible = operation.find("httpChecksum");
        if (!plain && flexible.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Checksum(
                plain
                        || flexible.filter(f -> f.isTrue("requestChecksumRequired"))
                                .isPresent(),
                flexible.flatMap(f -> f.textAt("requestAlgorithmMember")),
                flexible.flatMap(f -> f.textAt("requestValidationModeMember"))));
    }

    private void checksum(Packed packed, Checksum checksum) {
        packed.number(checksum.required() ? 1 : 0);
        packed.text(checksum.algorithmMember()).text(checksum.validationModeMember());
    }

    private static Map<String, String> endpointContext(JsonNode operation) {
        Map<String, String> context = new TreeMap<>();
        operation
                .find("staticContextParams")
                .ifPresent(all -> all.members()
                        .forEach((name, node) ->
                                context.put(name, node.at("value").text())));
        return context;
    }

    private Map<String, String> endpointMembers(JsonNode operation) {
        Map<String, String> parameters = new TreeMap<>();
        operation
                .find("input")
                .ifPresent(input -> shapeOf(input)
                        .find("members")
                        .ifPresent(members -> members.members()
                                .forEach((name, node) -> node.find("contextParam")
                                        .ifPresent(
                                                p -> parameters.put(p.at("name").text(), name)))));
        return parameters;
    }

    private void paginator(Packed packed, JsonNode node) {
        packed.texts(node.texts("input_token")).texts(node.texts("output_token"));
        packed.text(node.textAt("limit_key")).text(node.textAt("more_results"));
        packed.texts(node.texts("result_key"));
    }

    private JsonNode shapeOf(JsonNode reference) {
        return extract.at("shapes").at(reference.at("shape").text());
    }

    private void member(Packed packed, String name, JsonNode reference) {
        String shapeName = reference.at("shape").text();
        Integer number = shapeNumbers.get(shapeName);
        if (number == null) {
            throw new IllegalArgumentException("the model of %s lacks the shape '%s'".formatted(service, shapeName));
        }
        packed.text(name).number(number);
        traits(packed, new Merged(reference, shapeOf(reference)));
    }

    /** A reference's traits stand before those of its shape. */
    private record Merged(JsonNode reference, JsonNode shape) {
        Optional<JsonNode> find(String name) {
            return reference.find(name).or(() -> shape.find(name));
        }

        boolean isMarked() {
            return TRAIT_WORDS.stream().anyMatch(word -> find(word).isPresent());
        }

        Optional<String> text(String name) {
            return find(name).map(JsonNode::text);
        }
    }

    private void traits(Packed packed, Merged merged) {
        if (!merged.isMarked()) {
            packed.number(0);
            return;
        }
        packed.number(1)
                .texts(Arrays.stream(Trait.values())
                        .map(Trait::word)
                        .filter(word -> merged.text(word).filter("true"::equals).isPresent())
                        .toList());
        packed.text(Location.of(merged.text("location").orElse("")).word());
        packed.text(merged.text("locationName")).text(merged.text("queryName"));
        optional(packed, merged.find("xmlNamespace"), this::namespace);
        packed.text(merged.text("timestampFormat"));
    }

    private void namespace(Packed packed, JsonNode node) {
        packed.text(node.textAt("prefix").orElse(""));
        packed.text(node.textAt("uri").orElse(node.text()));
    }

    private byte[] shape(String name, JsonNode shape) {
        Packed packed = out.sibling();
        String type = shape.at("type").text();
        packed.text(type).text(name);
        switch (type) {
            case "structure" -> structure(packed, shape);
            case "list" -> {
                packed.text(shape.textAt("min")).text(shape.textAt("max"));
                member(packed, "member", shape.at("member"));
            }
            case "map" -> {
                member(packed, "key", shape.at("key"));
                member(packed, "value", shape.at("value"));
            }
            default -> {
                Scalar.Kind.of(type);
                packed.text(shape.textAt("min")).text(shape.textAt("max"));
            }
        }
        return packed.toBytes();
    }

    private void structure(Packed packed, JsonNode shape) {
        packed.text(form(shape).name());
        packed.texts(shape.texts("required")).text(shape.textAt("payload"));
        Map<String, JsonNode> members =
                shape.find("members").map(JsonNode::members).orElse(Map.of());
        packed.number(members.size());
        members.forEach((name, member) -> member(packed, name, member));
    }

    private static Structure.Form form(JsonNode shape) {
        if (shape.isTrue("document")) {
            return Structure.Form.DOCUMENT;
        }
        return shape.isTrue("union") ? Structure.Form.UNION : Structure.Form.PLAIN;
    }

    private static <T> void optional(Packed packed, Optional<T> value, BiConsumer<Packed, T> writer) {
        packed.number(value.isPresent() ? 1 : 0);
        value.ifPresent(v -> writer.accept(packed, v));
    }
}
