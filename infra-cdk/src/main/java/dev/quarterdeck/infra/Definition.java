package dev.quarterdeck.infra;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.workflows.Workflow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** A workflow of step-functions/, whose tasks stand as <code>${name}</code>. */
record Definition(Workflow workflow) {
    private static final String FOLDER = "/META-INF/quarterdeck/step-functions/";
    private static final String RESOURCE = "Resource";

    static Definition shipped(String name) {
        String file = FOLDER + name + ".asl.json";
        try (InputStream in = Objects.requireNonNull(Definition.class.getResourceAsStream(file), file)) {
            return new Definition(new Workflow(name, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Of the file: the same at home. */
    String hash() {
        return workflow.hash();
    }

    SortedSet<String> tasks() {
        var tasks = new TreeSet<String>();
        calling(task -> {
            tasks.add(task);
            return task;
        });
        return tasks;
    }

    /** The definition with functions in place of tasks; each is told which task it is to do, of which execution. */
    Json calling(UnaryOperator<String> functions) {
        return calling(Json.parse(workflow.definition()), functions);
    }

    private Json calling(Json some, UnaryOperator<String> functions) {
        return switch (some) {
            case Json.Obj object when task(object) -> called(object, functions);
            case Json.Obj(var members) -> {
                var copy = new LinkedHashMap<String, Json>();
                members.forEach((name, value) -> copy.put(name, calling(value, functions)));
                yield new Json.Obj(copy);
            }
            case Json.Arr(var items) ->
                Json.of(items.stream().map(item -> calling(item, functions)).toList());
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> some;
        };
    }

    private static boolean task(Json.Obj object) {
        return object.get(RESOURCE).isPresent();
    }

    private Json.Obj called(Json.Obj state, UnaryOperator<String> functions) {
        String resource = Fields.of(state).text(RESOURCE);
        if (!resource.matches("\\$\\{[a-z-]+}")) {
            throw new IllegalArgumentException(
                    "the workflow '%s' has a task that is none of the hub's: %s".formatted(workflow.name(), resource));
        }
        String task = resource.substring(2, resource.length() - 1);
        var parameters = new Members()
                .put("task", task)
                .put("workflow", workflow.name())
                .put("execution.$", "$$.Execution.Name");
        state.get("Parameters")
                .ifPresentOrElse(input -> parameters.put("input", input), () -> parameters.put("input.$", "$"));
        return state.with(RESOURCE, Json.of(functions.apply(task))).with("Parameters", parameters.json());
    }
}
