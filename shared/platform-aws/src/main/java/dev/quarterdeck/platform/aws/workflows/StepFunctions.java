package dev.quarterdeck.platform.aws.workflows;

import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.Execution.Ending;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Fault;
import dev.quarterdeck.workflows.Workflows;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;

/** Workflows as state machines. An execution is known for ninety days after its end. */
public final class StepFunctions implements Workflows {
    private final StatesLine line;
    private final Machines machines;

    public StepFunctions(StatesLine line, Machines machines) {
        this.line = line;
        this.machines = machines;
    }

    @Override
    public Started start(String workflow, String name, Json input) {
        var id = new ExecutionId(workflow, name);
        return described(id).map(there -> taken(id, there, input)).orElseGet(() -> begin(id, input));
    }

    /** Somebody else may have been quicker: who asks for the same thing at once begins one execution all the same. */
    private Started begin(ExecutionId id, Json input) {
        var asked = Map.of("stateMachineArn", machines.of(id.workflow()), "name", id.name(), "input", input.text());
        return line.ask("StartExecution", asked, "ExecutionAlreadyExists")
                .<Started>map(_ -> new Started.Begun(id))
                .orElseGet(() ->
                        described(id).map(there -> taken(id, there, input)).orElseGet(() -> new Started.Taken(id)));
    }

    private static Started taken(ExecutionId id, Fields there, Json input) {
        return there.text("input", Json::parse).equals(input) ? new Started.Already(id) : new Started.Taken(id);
    }

    @Override
    public Optional<Execution> find(ExecutionId id) {
        return described(id).map(there -> execution(id, there));
    }

    @Override
    public void stop(ExecutionId id, String why) {
        line.ask("StopExecution", Map.of("executionArn", machines.of(id), "cause", why), "ExecutionDoesNotExist");
    }

    @Override
    public boolean succeed(String token, Json output) {
        return answer("SendTaskSuccess", Map.of("taskToken", token, "output", output.text()));
    }

    @Override
    public boolean fail(String token, Fault fault) {
        return answer("SendTaskFailure", Map.of("taskToken", token, "error", fault.error(), "cause", fault.cause()));
    }

    @Override
    public boolean beat(String token) {
        return answer("SendTaskHeartbeat", Map.of("taskToken", token));
    }

    private boolean answer(String operation, Map<String, String> input) {
        return line.ask(operation, input, "TaskDoesNotExist", "TaskTimedOut", "InvalidToken")
                .isPresent();
    }

    private Optional<Fields> described(ExecutionId id) {
        return line.ask("DescribeExecution", Map.of("executionArn", machines.of(id)), "ExecutionDoesNotExist");
    }

    private Execution execution(ExecutionId id, Fields there) {
        String definition = line.ask(
                        "DescribeStateMachineForExecution",
                        Map.of("executionArn", machines.of(id)),
                        "ExecutionDoesNotExist")
                .map(machine -> Digest.hex(machine.text("definition")))
                .orElse("");
        return new Execution(
                id, definition, there.text("input", Json::parse), instant(there, "startDate"), ending(there));
    }

    private static Optional<Ending> ending(Fields there) {
        return switch (there.text("status")) {
            case "SUCCEEDED" ->
                Optional.of(new Ending.Succeeded(there.text("output", Json::parse), instant(there, "stopDate")));
            case "FAILED" ->
                Optional.of(new Ending.Failed(
                        new Fault(there.maybeText("error").orElse(""), cause(there)), instant(there, "stopDate")));
            case "TIMED_OUT" -> Optional.of(new Ending.TimedOut(instant(there, "stopDate")));
            case "ABORTED" -> Optional.of(new Ending.Aborted(cause(there), instant(there, "stopDate")));
            default -> Optional.empty();
        };
    }

    private static String cause(Fields there) {
        return there.maybeText("cause").orElse("");
    }

    private static Instant instant(Fields there, String name) {
        return there.text(name, text -> OffsetDateTime.parse(text).toInstant());
    }
}
