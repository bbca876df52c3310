package dev.quarterdeck.platform.local.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.platform.local.table.SqliteTable;
import dev.quarterdeck.testkit.TestClock;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.Execution.Ending;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Fault;
import dev.quarterdeck.workflows.Task;
import dev.quarterdeck.workflows.TaskCall;
import dev.quarterdeck.workflows.Workflow;
import dev.quarterdeck.workflows.Workflows.Started;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What executions are as wholes: started once, pinned to their definition, ended from outside, limited. */
class LocalWorkflowsTest {
    private static final Json INPUT = Json.parse("{\"a\":1}");
    private static final String ONE_TASK =
            "{\"StartAt\":\"T\",\"States\":{\"T\":{\"Type\":\"Task\",\"Resource\":\"${work}\",%s\"End\":true}}%s}";
    private static final ExecutionId ID = new ExecutionId("small", "one");

    private final TestClock clock = new TestClock(Stage.START);
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final List<TaskCall> calls = new ArrayList<>();
    private SqliteTable table;

    @BeforeEach
    void open(@TempDir Path folder) {
        table = SqliteTable.open(folder.resolve("hub.db"), clock);
    }

    @AfterEach
    void close() {
        table.close();
    }

    @Test
    void startsOnceUnderAName() {
        LocalWorkflows workflows = small("", "");

        assertThat(workflows.start("small", "one", INPUT)).isEqualTo(new Started.Begun(ID));
        assertThat(workflows.start("small", "one", INPUT)).isEqualTo(new Started.Already(ID));
        assertThat(workflows.start("small", "one", Json.of(2))).isEqualTo(new Started.Taken(ID));

        settle(workflows);
        assertThat(workflows.start("small", "one", INPUT)).isEqualTo(new Started.Already(ID));
        assertThat(calls).hasSize(1);
    }

    @Test
    void goesOnByTheDefinitionItBeganWith() {
        small("", "").start("small", "one", INPUT);
        var changed = new Workflow("small", "{\"StartAt\":\"X\",\"States\":{\"X\":{\"Type\":\"Succeed\"}}}");

        LocalWorkflows after = workflows(table, changed);
        settle(after);

        assertThat(ending(after)).isEqualTo(new Ending.Succeeded(INPUT, Stage.START));
        assertThat(calls).extracting(TaskCall::key).containsExactly("1/0");
    }

    @Test
    void goesOnAfterARestartWhateverIsAskedOfItFirst() {
        small("", "").start("small", "one", INPUT);
        LocalWorkflows after = small("", "");

        assertThat(after.beat("small:one:no-such-token")).isFalse();
        settle(after);

        assertThat(ending(after)).isEqualTo(new Ending.Succeeded(INPUT, Stage.START));
    }

    @Test
    void refusesAWorkflowWhoseTasksNobodyDoes() {
        var workflow = new Workflow("small", ONE_TASK.formatted("", "").replace("${work}", "${play}"));

        assertThatThrownBy(() -> workflows(table, workflow))
                .hasMessage("the workflow 'small' has tasks that nobody does: [play]");
    }

    @Test
    void isStoppedFromOutsideAndItsTaskIsWaitedForNoMore() {
        LocalWorkflows workflows = small("", "");
        workflows.start("small", "one", INPUT);
        workflows.round();

        workflows.stop(ID, "enough");
        waiting.remove().run();
        settle(workflows);

        assertThat(ending(workflows)).isEqualTo(new Ending.Aborted("enough", Stage.START));
        assertThat(calls).isEmpty();
    }

    @Test
    void aTaskThatTakesTooLongFailsItsState() {
        LocalWorkflows workflows = small("\"TimeoutSeconds\":60,", "");
        workflows.start("small", "one", INPUT);
        assertThat(workflows.round()).contains(Stage.START.plusSeconds(60));

        clock.advance(Duration.ofSeconds(60));
        workflows.round();

        assertThat(ending(workflows))
                .isEqualTo(new Ending.Failed(
                        new Fault(Fault.TIMEOUT, "the task took too long"), Stage.START.plusSeconds(60)));
    }

    @Test
    void anExecutionThatTakesTooLongIsTimedOut() {
        LocalWorkflows workflows = small("", ",\"TimeoutSeconds\":3600");
        workflows.start("small", "one", INPUT);
        assertThat(workflows.round()).contains(Stage.START.plusSeconds(3600));

        clock.advance(Duration.ofHours(1));
        workflows.round();

        assertThat(ending(workflows)).isEqualTo(new Ending.TimedOut(Stage.START.plusSeconds(3600)));
    }

    @Test
    void aHistoryThatIsTooLongEndsIt() {
        var loop = new Workflow("small", """
                {"StartAt": "A", "States": {
                  "A": {"Type": "Pass", "Next": "C"},
                  "C": {"Type": "Choice", "Choices": [{"Variable": "$.a", "NumericEquals": 1, "Next": "A"}], "Default": "D"},
                  "D": {"Type": "Succeed"}}}
                """);
        LocalWorkflows workflows = workflows(table, loop);
        workflows.start("small", "one", INPUT);
        writeRounds(12_490);

        workflows.round();

        assertThat(Stage.history(table, ID)).hasSize(1000); // a page of it
        assertThat(ending(workflows))
                .isEqualTo(new Ending.Failed(Fault.runtime("its history has more than 25000 events"), Stage.START));
    }

    @Test
    void whatATaskThrowsHasTheNameOfItsClass() {
        Task broken = _ -> {
            throw new IllegalStateException("no");
        };
        var work = new Work(Map.of("work", broken), Runnable::run, LocalWorkflowsTest::fail);
        var workflows =
                new LocalWorkflows(table, clock, List.of(new Workflow("small", ONE_TASK.formatted("", ""))), work);
        workflows.start("small", "one", INPUT);

        workflows.round();

        assertThat(ending(workflows))
                .isEqualTo(new Ending.Failed(new Fault("java.lang.IllegalStateException", "no"), Stage.START));
    }

    @Test
    void ofTwoProcessesThatRunItOneStops() {
        LocalWorkflows one = small("", "");
        LocalWorkflows other = small("", "");
        one.start("small", "one", INPUT);
        one.round();
        other.round();

        settle(one);
        settle(other);
        clock.advance(Duration.ofMinutes(1));
        other.round();

        assertThat(ending(other)).isEqualTo(new Ending.Succeeded(INPUT, Stage.START));
        assertThat(Stage.history(table, ID)).extracting(Event::number).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    @Timeout(120)
    void runsOnThreadsOfItsOwn() {
        Task echo = TaskCall::input;
        List<ExecutionId> ids = IntStream.range(0, 20)
                .mapToObj(i -> new ExecutionId("small", "n" + i))
                .toList();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new Work(Map.of("work", echo), executor, LocalWorkflowsTest::fail);
            var workflows =
                    new LocalWorkflows(table, clock, List.of(new Workflow("small", ONE_TASK.formatted("", ""))), work);
            try (var _ = WorkflowLoop.start(workflows, clock)) {
                ids.forEach(id -> workflows.start("small", id.name(), INPUT));
                while (!ids.stream().allMatch(id -> ending(workflows, id).isPresent())) {
                    LockSupport.parkNanos(1_000_000);
                }
            }
            assertThat(ids)
                    .allSatisfy(
                            id -> assertThat(ending(workflows, id)).contains(new Ending.Succeeded(INPUT, Stage.START)));
        }
    }

    /** As if the loop had gone round so often: each state left, and the next one entered. */
    private void writeRounds(int rounds) {
        var writes = new ArrayList<Write>();
        for (int i = 1; i <= rounds; i++) {
            var place = new Place(List.of(i));
            var left = new Happening.Exited(place, INPUT, false);
            var entered = new Happening.Entered(place.next(), i % 2 == 0 ? "A" : "C", INPUT);
            writes.add(Write.put(ExecutionRows.event(ID, new Event(2L * i, Stage.START, left))));
            writes.add(Write.put(ExecutionRows.event(ID, new Event(2L * i + 1, Stage.START, entered))));
            if (writes.size() == Table.MOST || i == rounds) {
                assertThat(table.write(writes).done()).isTrue();
                writes.clear();
            }
        }
    }

    private LocalWorkflows small(String taskFields, String fields) {
        return workflows(table, new Workflow("small", ONE_TASK.formatted(taskFields, fields)));
    }

    private LocalWorkflows workflows(Table some, Workflow workflow) {
        Task echo = call -> {
            calls.add(call);
            return call.input();
        };
        return new LocalWorkflows(
                some, clock, List.of(workflow), new Work(Map.of("work", echo), waiting::add, LocalWorkflowsTest::fail));
    }

    /** Until neither it nor its tasks have anything to do. */
    private void settle(LocalWorkflows workflows) {
        workflows.round();
        while (!waiting.isEmpty()) {
            waiting.remove().run();
            workflows.round();
        }
    }

    private static Ending ending(LocalWorkflows workflows) {
        return ending(workflows, ID).orElseThrow();
    }

    private static Optional<Ending> ending(LocalWorkflows workflows, ExecutionId id) {
        return workflows.find(id).flatMap(Execution::ending);
    }

    private static void fail(ExecutionId id, RuntimeException trouble) {
        throw trouble;
    }
}
