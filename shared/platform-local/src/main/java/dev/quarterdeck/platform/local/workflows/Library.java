package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Row;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.workflows.Workflow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The workflows that can be started, and every definition by which something still runs. */
final class Library {
    private final Map<String, Workflow> workflows;

    /** Each definition must be one that can be run, by tasks that there are. */
    Library(List<Workflow> workflows, Tasks tasks) {
        this.workflows = workflows.stream().collect(Collectors.toMap(Workflow::name, Function.identity()));
        for (Workflow workflow : workflows) {
            SortedSet<String> missing = Machine.read(workflow.definition()).tasks();
            missing.removeIf(tasks::know);
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException(
                        "the workflow '%s' has tasks that nobody does: %s".formatted(workflow.name(), missing));
            }
        }
    }

    Workflow workflow(String name) {
        return Optional.ofNullable(workflows.get(name))
                .orElseThrow(() -> new FailureException(new Failure.NotFound("workflow", name)));
    }

    /** Keeps a definition for what starts by it. */
    static Write keep(Workflow workflow) {
        return Write.put(Row.of(
                ExecutionRows.definition(workflow.hash()),
                new Members().put("definition", workflow.definition()).json()));
    }

    static Machine kept(Table table, String hash) {
        Row row = table.get(ExecutionRows.definition(hash))
                .orElseThrow(() -> new IllegalStateException("the definition '%s' is gone".formatted(hash)));
        return Machine.read(Fields.of(row.data()).text("definition"));
    }
}
