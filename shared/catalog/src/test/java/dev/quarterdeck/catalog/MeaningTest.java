package dev.quarterdeck.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.collect.expression.Expression;
import dev.quarterdeck.collect.expression.Scope;
import dev.quarterdeck.collect.json.JsonReader;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.collect.types.TypeDefinition.Exposure;
import dev.quarterdeck.collect.types.Upkeep.LinkRule;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the catalog's harder expressions say of resources whose truth is known, above all where something was not read.
 * The cases are the lines of {@code meanings.ndjson}.
 */
class MeaningTest {
    @TestFactory
    Stream<DynamicTest> saysWhatIsTrue() throws IOException {
        TypeCatalog catalog = TypeCatalog.read(resource("/META-INF/quarterdeck/types.json"));
        return new String(resource("/meanings.ndjson").readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(MeaningTest::object)
                .map(sample -> DynamicTest.dynamicTest(
                        text(sample, "type") + ": " + text(sample, "case"),
                        () -> check(catalog.find(text(sample, "type")).orElseThrow(), sample)));
    }

    private static void check(TypeDefinition type, Json.Obj sample) {
        var scope = new Scope(sample.get("config").orElseThrow(), new SampleSurroundings(sample));
        Exposure exposure = type.meaning().exposure();
        expected(sample, "public")
                .ifPresent(truth -> assertThat(tri(exposure.isPublic(), scope)).isEqualTo(truth));
        expected(sample, "encrypted")
                .ifPresent(truth -> assertThat(tri(exposure.encrypted(), scope)).isEqualTo(truth));
        expected(sample, "origin")
                .ifPresent(truth -> assertThat(
                                type.meaning().origin().orElseThrow().text(scope))
                        .contains(truth));
        expected(sample, "id")
                .ifPresent(truth -> assertThat(type.naming().id().text(scope)).contains(truth));
        sample.get("links")
                .ifPresent(truth -> assertThat(type.upkeep().links().stream().flatMap(rule -> ends(rule, scope)))
                        .containsExactlyInAnyOrderElementsOf(texts(truth).toList()));
    }

    private static String tri(Optional<Expression> expression, Scope scope) {
        return expression.map(known -> known.tri(scope).toString()).orElse("unknown");
    }

    /** Each end of a link as {@code relation account id}, the account only where the rule tells it. */
    private static Stream<String> ends(LinkRule rule, Scope scope) {
        return flat(rule.via().evaluate(scope))
                .flatMap(end -> id(rule, end, scope).stream()
                        .map(id -> part(rule.other().account(), end, scope)
                                .map(account -> "%s %s %s".formatted(rule.rel(), account, id))
                                .orElseGet(() -> "%s %s".formatted(rule.rel(), id))));
    }

    private static Optional<String> id(LinkRule rule, Json end, Scope scope) {
        return rule.other().id().isPresent() ? part(rule.other().id(), end, scope) : Expression.text(end);
    }

    private static Optional<String> part(Optional<Expression> expression, Json end, Scope scope) {
        return expression.flatMap(known -> Expression.text(known.evaluate(end, scope)));
    }

    private static Stream<Json> flat(Json value) {
        return switch (value) {
            case Json.Arr(var items) -> items.stream().flatMap(MeaningTest::flat);
            case Json.Str(var text) -> text.isEmpty() ? Stream.of() : Stream.of(value);
            case Json.Obj _ -> Stream.of(value);
            case Json.Null _, Json.Bool _, Json.Num _ -> Stream.of();
        };
    }

    private static Stream<String> texts(Json list) {
        return list instanceof Json.Arr(var items)
                ? items.stream().flatMap(item -> Expression.text(item).stream())
                : Stream.of();
    }

    private static Optional<String> expected(Json.Obj sample, String name) {
        return sample.get(name).flatMap(Expression::text);
    }

    private static String text(Json.Obj sample, String name) {
        return expected(sample, name).orElseThrow();
    }

    private static Json.Obj object(String line) {
        return (Json.Obj) JsonReader.read(line).orElseThrow(() -> new IllegalArgumentException("no JSON: " + line));
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(MeaningTest.class.getResourceAsStream(name), name);
    }
}
