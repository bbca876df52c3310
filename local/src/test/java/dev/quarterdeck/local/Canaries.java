package dev.quarterdeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.quarterdeck.collect.types.Ask;
import dev.quarterdeck.collect.types.Enrichment;
import dev.quarterdeck.collect.types.FieldPath;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.kernel.Json;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A secret of its own for each path that the catalog calls sensitive, wherever an answer of its type may hold it. */
final class Canaries {
    private static final int NAMES_THAT_TELL = 2;

    private final String generation;
    private final SequencedMap<String, List<Canary>> spots = new LinkedHashMap<>();
    private final SequencedMap<String, Canary> canaries = new LinkedHashMap<>();

    /** {@code path}: the last names of the member in the answer. */
    record Canary(String service, String operation, List<String> path, String secret) {
        /** The part that no notation changes. */
        String bird() {
            return secret.substring(0, secret.indexOf('+'));
        }

        /** Whether a text holds it: as it is, or written as bytes, however they are aligned. */
        boolean sings(String text) {
            return Stream.of(
                                    bird(),
                                    URLEncoder.encode(secret, UTF_8),
                                    HexFormat.of().formatHex(bird().getBytes(UTF_8)))
                            .anyMatch(text::contains)
                    || Stream.of("", "x", "xx").anyMatch(before -> text.contains(core(before)));
        }

        /** Base64 without the ends that depend on what stands beside it. */
        private String core(String before) {
            String encoded = Base64.getEncoder().encodeToString((before + bird()).getBytes(UTF_8));
            return encoded.substring(before.isEmpty() ? 0 : 4, encoded.length() - 4);
        }

        private Json json() {
            var plant = new LinkedHashMap<String, Json>();
            plant.put("service", Json.of(service));
            plant.put("operation", Json.of(operation));
            plant.put("path", Json.of(path.stream().<Json>map(Json::of).toList()));
            plant.put("secret", Json.of(secret));
            return Json.of(plant);
        }
    }

    /** Those of one generation sing otherwise than those of another. */
    Canaries(TypeCatalog types, String generation) {
        this.generation = generation;
        for (TypeDefinition type : types.types()) {
            for (FieldPath path : type.upkeep().sensitive()) {
                spots.put(
                        spot(type, path),
                        asks(type).map(ask -> canary(ask, path)).toList());
            }
        }
    }

    private static Stream<Ask> asks(TypeDefinition type) {
        return Stream.concat(
                Stream.of(type.listing().ask()), type.enrichments().stream().map(Enrichment::ask));
    }

    private static String spot(TypeDefinition type, FieldPath path) {
        return type.type().name() + " " + path;
    }

    private Canary canary(Ask ask, FieldPath path) {
        List<String> names = path.steps().stream().flatMap(Canaries::name).toList();
        List<String> last = names.subList(Math.max(0, names.size() - NAMES_THAT_TELL), names.size());
        String key = "%s %s %s".formatted(ask.service(), ask.operation(), last);
        return canaries.computeIfAbsent(
                key,
                _ -> new Canary(
                        ask.service(),
                        ask.operation(),
                        last,
                        "Canary%s%04dNeverToBeHeardOf+/=é&\"<1>".formatted(generation, canaries.size())));
    }

    private static Stream<String> name(FieldPath.Step step) {
        return switch (step) {
            case FieldPath.Member(var name) -> Stream.of(name);
            case FieldPath.EachMember() -> Stream.of("*");
            case FieldPath.EachElement() -> Stream.empty();
        };
    }

    Collection<Canary> all() {
        return canaries.values();
    }

    /** Every type with each of its sensitive paths. */
    Collection<String> spots() {
        return spots.keySet();
    }

    List<Canary> at(String spot) {
        return Optional.ofNullable(spots.get(spot)).orElse(List.of());
    }

    /** Those that can be heard in a text. */
    Set<String> heardIn(String text) {
        var heard = new TreeSet<String>();
        all().stream().filter(canary -> canary.sings(text)).forEach(canary -> heard.add(canary.bird()));
        return heard;
    }

    /** What the canned AWS is to plant. */
    String plants() {
        return Json.of(all().stream().map(Canary::json).toList()).text();
    }

    /** What stands at a path of a resource. */
    static Stream<Json> valuesAt(List<FieldPath.Step> steps, Json value) {
        if (steps.isEmpty()) {
            return Stream.of(value);
        }
        List<FieldPath.Step> rest = steps.subList(1, steps.size());
        return switch (value) {
            case Json.Obj object -> members(steps.getFirst(), object).flatMap(member -> valuesAt(rest, member));
            case Json.Arr(var items) -> items.stream().flatMap(item -> valuesAt(rest, item));
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> Stream.empty();
        };
    }

    private static Stream<Json> members(FieldPath.Step step, Json.Obj object) {
        return step instanceof FieldPath.Member(var name)
                ? object.get(name).stream()
                : object.members().entrySet().stream().map(Map.Entry::getValue);
    }
}
