package dev.quarterdeck.inventory.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.kernel.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the reader, the writer and the evaluator to docs/filter-vectors.json, which other readers share. */
class VectorsTest {
    private static final Path FILE = Path.of(System.getProperty("quarterdeck.root", "../.."))
            .resolve("docs")
            .resolve("filter-vectors.json");

    private final Json.Obj vectors = vectors();
    private final Instant now = Instant.parse(text(vectors, "now"));

    private static Json.Obj vectors() {
        try {
            return (Json.Obj) Json.parse(Files.readString(FILE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @TestFactory
    Stream<DynamicTest> eachTextIsReadAsItsTreeAndWrittenAsItsCanonicalText() {
        return each("readings", vector -> {
            Question question = understood(text(vector, "text"));
            assertThat(question.text()).isEqualTo(text(vector, "canonical"));
            assertThat(TreeJson.of(question.filter()).canonical())
                    .isEqualTo(member(vector, "tree").canonical());
            assertThat(understood(question.text())).isEqualTo(question);
        });
    }

    @TestFactory
    Stream<DynamicTest> eachFlawIsFoundWhereItIs() {
        return each("flaws", vector -> {
            var flaw = ((Reading.Misunderstood) Question.read(text(vector, "text"), new Words())).flaw();
            assertThat(flaw.why()).isEqualTo(text(vector, "why"));
            assertThat(flaw.at()).isEqualTo(number(vector, "at"));
            assertThat(flaw.suggestion()).isEqualTo(vector.get("suggestion").map(word -> ((Json.Str) word).value()));
        });
    }

    @TestFactory
    Stream<DynamicTest> eachAnswerIsGiven() {
        return each("answers", vector -> {
            Filter filter = understood(text(vector, "text")).filter();
            var row = (Json.Obj) member((Json.Obj) member(vectors, "rows"), text(vector, "row"));
            assertThat(new Evaluator(now, this::neighbours).answer(filter, row)).hasToString(text(vector, "answer"));
        });
    }

    @Test
    void thereAreEnoughToHoldAnybodyTo() {
        assertThat(list(vectors, "readings")).hasSizeGreaterThanOrEqualTo(35);
        assertThat(list(vectors, "flaws")).hasSizeGreaterThanOrEqualTo(25);
        assertThat(list(vectors, "answers")).hasSizeGreaterThanOrEqualTo(60);
    }

    private Stream<DynamicTest> each(String list, Consumer<Json.Obj> test) {
        return list(vectors, list).stream()
                .map(Json.Obj.class::cast)
                .map(vector -> DynamicTest.dynamicTest(vector.text(), () -> test.accept(vector)));
    }

    private Question understood(String text) {
        return switch (Question.read(text, new Words())) {
            case Reading.Understood(var question) -> question;
            case Reading.Misunderstood(var flaw) -> throw new AssertionError(text + ": " + flaw.sentence());
        };
    }

    private List<Neighbours.Neighbour> neighbours(Json.Obj row, Filter.Direction direction) {
        boolean uses = direction == Filter.Direction.USES;
        Json uid = member(row, "uid");
        return list(vectors, "edges").stream()
                .map(Json.Obj.class::cast)
                .filter(edge -> member(edge, uses ? "from_uid" : "to_uid").equals(uid))
                .map(edge -> new Neighbours.Neighbour(edge, row(member(edge, uses ? "to_uid" : "from_uid"))))
                .toList();
    }

    private Json.Obj row(Json uid) {
        return ((Json.Obj) member(vectors, "rows"))
                .members().values().stream()
                        .map(Json.Obj.class::cast)
                        .filter(row -> row.get("uid").equals(Optional.of(uid)))
                        .findFirst()
                        .orElse(Json.Obj.EMPTY);
    }

    private static Json member(Json.Obj object, String name) {
        return object.get(name).orElseThrow(() -> new AssertionError(name + " is missing in " + object.text()));
    }

    private static String text(Json.Obj object, String name) {
        return ((Json.Str) member(object, name)).value();
    }

    private static int number(Json.Obj object, String name) {
        return ((Json.Num) member(object, name)).value().intValueExact();
    }

    private static List<Json> list(Json.Obj object, String name) {
        return ((Json.Arr) member(object, name)).items();
    }

    /** The words that the vectors say are known. */
    private final class Words implements Vocabulary {
        private final Json.Obj types = (Json.Obj) member(vectors, "types");

        @Override
        public Optional<ResourceType> type(String word) {
            return types.members().entrySet().stream()
                    .filter(type -> type.getKey().equalsIgnoreCase(word)
                            || ((Json.Str) type.getValue()).value().equalsIgnoreCase(word))
                    .map(type -> new ResourceType(((Json.Str) type.getValue()).value()))
                    .findFirst();
        }

        @Override
        public Collection<String> typeNames() {
            return Stream.concat(
                            types.members().keySet().stream(),
                            types.members().values().stream().map(type -> ((Json.Str) type).value()))
                    .toList();
        }

        @Override
        public Set<String> members(List<String> path) {
            return path.isEmpty()
                    ? list(vectors, "members").stream()
                            .map(name -> ((Json.Str) name).value())
                            .collect(Collectors.toSet())
                    : Set.of();
        }
    }
}
