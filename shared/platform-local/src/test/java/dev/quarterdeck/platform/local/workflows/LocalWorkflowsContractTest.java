package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.testkit.workflows.WorkflowsContract;
import dev.quarterdeck.workflows.Task;
import dev.quarterdeck.workflows.Workflows;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The interpreter at home, as its callers see it. */
class LocalWorkflowsContractTest implements WorkflowsContract {
    private final TestClock clock = new TestClock(Stage.START);
    private final Queue<String> tokens = new ArrayDeque<>();
    private SqliteTable table;
    private LocalWorkflows workflows;

    @BeforeEach
    void open(@TempDir Path folder) {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
        Task ask = call -> {
            tokens.add(call.token().orElseThrow());
            return Json.Obj.EMPTY;
        };
        var work = new Work(Map.of("ask", ask), Runnable::run, (_, trouble) -> {
            throw trouble;
        });
        workflows = new LocalWorkflows(table, clock, WORKFLOWS, work);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Override
    public Workflows workflows() {
        return workflows;
    }

    @Override
    public void settle() {
        workflows.round();
    }

    @Override
    public String token() {
        settle();
        return tokens.remove();
    }
}
