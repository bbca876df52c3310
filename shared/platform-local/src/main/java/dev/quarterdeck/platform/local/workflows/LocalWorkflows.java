package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Condition;
import dev.quarterdeck.kernel.table.Contention;
import dev.quarterdeck.kernel.table.Query;
import dev.quarterdeck.kernel.table.Table;
import dev.quarterdeck.kernel.table.Write;
import dev.quarterdeck.kernel.table.Written;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Fault;
import dev.quarterdeck.workflows.Workflow;
import dev.quarterdeck.workflows.Workflows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Workflows on one machine. All that is known of them is in the table; this process can end at any moment. */
public final class LocalWorkflows implements Workflows {
    private static final int ATTEMPTS = 50;
    /** Before it is tried again to bring an execution on that could not be. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Table table;
    private final Clock clock;
    private final Library library;
    private final Work work;
    private final Tasks tasks;
    private final Map<ExecutionId, Walk> walks = new ConcurrentHashMap<>();
    private final Map<ExecutionId, Instant> due = new ConcurrentHashMap<>();
    private final Set<ExecutionId> woken = ConcurrentHashMap.newKeySet();
    private final Set<ExecutionId> adopted = ConcurrentHashMap.newKeySet();
    private volatile Runnable bell = () -> {};

    public LocalWorkflows(Table table, Clock clock, List<Workflow> workflows, Work work) {
        this.table = table;
        this.clock = clock;
        this.work = work;
        this.tasks = new Tasks(work.tasks(), work.executor());
        this.library = new Library(workflows, tasks);
    }

    @Override
    public Started start(String workflow, String name, Json input) {
        var id = new ExecutionId(workflow, name);
        Workflow some = library.workflow(workflow);
        var execution = new Execution(id, some.hash(), Payload.checked(input), clock.instant(), Optional.empty());
        var entered = new Happening.Entered(
                Place.FIRST, Machine.read(some.definition()).graph().start(), input);
        Written written = Contention.resolve(
                ATTEMPTS,
                () -> table.write(
                        Library.keep(some),
                        Write.put(ExecutionRows.row(execution)).when(Condition.ABSENT),
                        Write.put(ExecutionRows.running(id)),
                        Write.put(ExecutionRows.event(id, new Event(1, execution.startedAt(), entered)))));
        return switch (written) {
            case Written.Done _ -> {
                wake(id);
                yield new Started.Begun(id);
            }
            case Written.Refused _ -> taken(id, input);
            case Written.Conflict _, Written.TooLarge _ ->
                throw new FailureException(new Failure.Unavailable("the execution could not be written"));
        };
    }

    private Started taken(ExecutionId id, Json input) {
        boolean same = find(id).filter(there -> there.input().equals(input)).isPresent();
        return same ? new Started.Already(id) : new Started.Taken(id);
    }

    @Override
    public Optional<Execution> find(ExecutionId id) {
        return table.get(ExecutionRows.key(id)).map(row -> ExecutionRows.execution(id, row));
    }

    @Override
    public void stop(ExecutionId id, String why) {
        if (find(id).filter(Execution::isRunning).isPresent()) {
            walk(id).stop(why);
            wake(id);
        }
    }

    @Override
    public boolean succeed(String token, Json output) {
        return answer(token, new Happening.Outcome.Done(Payload.checked(output)));
    }

    @Override
    public boolean fail(String token, Fault fault) {
        return answer(token, new Happening.Outcome.Failing(fault));
    }

    @Override
    public boolean beat(String token) {
        return waiting(token).filter(some -> walk(some.execution()).beat(some)).isPresent();
    }

    private boolean answer(String token, Happening.Outcome outcome) {
        Optional<Token> answered =
                waiting(token).filter(some -> walk(some.execution()).answer(some, outcome));
        answered.ifPresent(some -> wake(some.execution()));
        return answered.isPresent();
    }

    private Optional<Token> waiting(String token) {
        return Token.parse(token)
                .filter(some ->
                        find(some.execution()).filter(Execution::isRunning).isPresent());
    }

    /** Brings every execution on as far as it can come now, and says when to come again unless something happens. */
    public synchronized Optional<Instant> round() {
        for (ExecutionId id : running()) {
            boolean first = adopted.add(id);
            if (woken.remove(id) || first || isDue(id)) {
                due.remove(id);
                advance(id);
            }
        }
        return woken.isEmpty() ? due.values().stream().min(Instant::compareTo) : Optional.of(clock.instant());
    }

    private boolean isDue(ExecutionId id) {
        return Optional.ofNullable(due.get(id))
                .filter(at -> !at.isAfter(clock.instant()))
                .isPresent();
    }

    private void advance(ExecutionId id) {
        try {
            Walk walk = walk(id);
            walk.advance().ifPresent(at -> due.put(id, at));
            if (!walk.execution().isRunning()) {
                walks.remove(id);
                adopted.remove(id);
            }
        } catch (OvertakenException | FailureException _) {
            later(id); // the table knows more than we do, or cannot be asked: read it anew
        } catch (RuntimeException e) { // one execution's trouble is not the others'
            later(id);
            work.trouble().accept(id, e);
        }
    }

    private void later(ExecutionId id) {
        walks.remove(id);
        due.put(id, clock.instant().plus(PAUSE));
    }

    private Walk walk(ExecutionId id) {
        return walks.computeIfAbsent(id, this::load);
    }

    private Walk load(ExecutionId id) {
        Execution execution = find(id).orElseThrow(() -> new IllegalStateException("there is no execution " + id));
        var journal = new Journal(table, clock, id);
        return new Walk(new Course(execution, Library.kept(table, execution.definition()), journal, tasks), this::wake);
    }

    private List<ExecutionId> running() {
        return table.rows(Query.of(ExecutionRows.RUNNING))
                .map(row -> ExecutionId.parse(row.key().sort()))
                .toList();
    }

    private void wake(ExecutionId id) {
        woken.add(id);
        bell.run();
    }

    /** Who is told that a round is worth while. */
    void ring(Runnable bell) {
        this.bell = bell;
    }

    /** Nothing that is being done is waited for. */
    void abandon() {
        tasks.forgetAll();
    }
}
