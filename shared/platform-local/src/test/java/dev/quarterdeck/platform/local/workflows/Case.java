package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A small machine, how its tasks behave, and what is to come of it. */
record Case(String name, Json.Obj definition, Json input, Map<String, List<Behaviour>> tasks, Expected expected) {

    /** What a task does when it is called for the first time, the second, … */
    sealed interface Behaviour {
        record Returns(Json result) implements Behaviour {}

        record Echoes() implements Behaviour {}

        record Throws(Fault fault) implements Behaviour {}

        /** Lets the token be answered later. */
        record Answers(Json result) implements Behaviour {}

        record Refuses(Fault fault) implements Behaviour {}

        record KeepsSilent() implements Behaviour {}
    }

    /** How an execution ends: with an output, or an error and perhaps its cause. */
    record End(Optional<Json> output, Optional<String> error, Optional<String> cause) {}

    /**
     * How it ends, which states of the outermost graph are entered in which order, which of all; and where MiniStack does
     * otherwise than AWS documents, what it does.
     */
    record Expected(End end, List<String> states, Optional<List<String>> inner, Optional<Deviation> ministack) {}

    record Deviation(String why, End end, List<String> states) {}

    @Override
    public String toString() {
        return name;
    }

    static List<Case> all() {
        try (var in = Objects.requireNonNull(Case.class.getResourceAsStream("/workflows/machines.json"))) {
            Json read = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Json.Obj suite = Json.Obj.EMPTY.with("machines", read);
            return Fields.of(suite).objects("machines").stream().map(Case::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Case read(Fields fields) {
        Map<String, List<Behaviour>> tasks = fields.maybeObject("tasks")
                .map(some -> some.json().members().keySet().stream()
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> some.objects(name).stream()
                                        .map(Case::behaviour)
                                        .toList())))
                .orElse(Map.of());
        return new Case(
                fields.text("name"),
                fields.maybeText("file")
                        .map(Case::file)
                        .orElseGet(() -> fields.object("definition"))
                        .json(),
                fields.json().get("input").orElseThrow(),
                tasks,
                new Expected(
                        end(fields.object("expect")),
                        fields.texts("states"),
                        fields.has("inner") ? Optional.of(fields.texts("inner")) : Optional.empty(),
                        fields.maybeObject("ministack")
                                .map(some -> new Deviation(some.text("why"), end(some), some.texts("states")))));
    }

    /** A workflow as it is shipped. */
    private static Fields file(String name) {
        try {
            Path root = Path.of(System.getProperty("quarterdeck.root", "."));
            return Fields.of((Json.Obj)
                    Json.parse(Files.readString(root.resolve("step-functions").resolve(name))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static End end(Fields fields) {
        return new End(fields.json().get("output"), fields.maybeText("error"), fields.maybeText("cause"));
    }

    private static Behaviour behaviour(Fields fields) {
        String kind = fields.json().members().firstEntry().getKey();
        Json value = fields.json().get(kind).orElseThrow();
        return switch (kind) {
            case "return" -> new Behaviour.Returns(value);
            case "large" -> new Behaviour.Returns(Json.of("x".repeat(Math.toIntExact(fields.whole("large")))));
            case "echo" -> new Behaviour.Echoes();
            case "throw" -> new Behaviour.Throws(fault(fields.object(kind)));
            case "answer" -> new Behaviour.Answers(value);
            case "refuse" -> new Behaviour.Refuses(fault(fields.object(kind)));
            case "silent" -> new Behaviour.KeepsSilent();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Fault fault(Fields fields) {
        return new Fault(fields.text("error"), fields.text("cause"));
    }
}
