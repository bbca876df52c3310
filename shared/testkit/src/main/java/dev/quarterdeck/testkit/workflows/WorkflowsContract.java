package dev.quarterdeck.testkit.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.Execution;
import dev.quarterdeck.workflows.Execution.Ending;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Fault;
import dev.quarterdeck.workflows.Workflow;
import dev.quarterdeck.workflows.Workflows;
import dev.quarterdeck.workflows.Workflows.Started;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everything that runs workflows promises, at home and in AWS. */
public interface WorkflowsContract {
    /** Gives back what it is given. */
    Workflow ECHO = new Workflow("echo", """
            {"StartAt": "Done", "States": {"Done": {"Type": "Succeed"}}}""");

    /** Waits until somebody answers. */
    Workflow ASKING = new Workflow("asking", """
            {"StartAt": "Ask", "States": {"Ask": {"Type": "Task",
              "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken",
              "Parameters": {"FunctionName": "${ask}", "Payload": {"token.$": "$$.Task.Token"}}, "End": true}}}""");

    List<Workflow> WORKFLOWS = List.of(ECHO, ASKING);
    Json INPUT = Json.parse("{\"a\":1}");

    /** A runner that knows {@link #WORKFLOWS}. */
    Workflows workflows();

    /** Lets happen what can. */
    void settle() throws InterruptedException;

    /** With which the newest execution of {@link #ASKING} waits. */
    String token() throws InterruptedException;

    @Test
    default void startsOnceUnderAName() throws InterruptedException {
        var id = new ExecutionId("asking", "once");

        assertThat(workflows().start("asking", "once", INPUT)).isEqualTo(new Started.Begun(id));
        assertThat(token()).isNotEmpty();
        assertThat(workflows().start("asking", "once", INPUT)).isEqualTo(new Started.Already(id));
        assertThat(workflows().start("asking", "once", Json.of(2))).isEqualTo(new Started.Taken(id));
    }

    @Test
    default void whatIsOverKeepsItsNameAndItsEnd() throws InterruptedException {
        workflows().start("echo", "over", INPUT);
        Execution over = over(new ExecutionId("echo", "over"));

        assertThat(over.input()).isEqualTo(INPUT);
        assertThat(over.ending()).get().isInstanceOfSatisfying(Ending.Succeeded.class, end -> {
            assertThat(end.output()).isEqualTo(INPUT);
            assertThat(end.at()).isAfterOrEqualTo(over.startedAt());
        });
        assertThat(workflows().start("echo", "over", INPUT)).isEqualTo(new Started.Already(over.id()));
        assertThat(workflows().start("echo", "over", Json.of(2))).isEqualTo(new Started.Taken(over.id()));
    }

    @Test
    default void knowsNothingOfWhatNeverBegan() {
        var never = new ExecutionId("echo", "never");

        workflows().stop(never, "to be sure");

        assertThat(workflows().find(never)).isEmpty();
    }

    @Test
    default void goesOnWithTheAnswerThatItWaitedForOnce() throws InterruptedException {
        workflows().start("asking", "answered", INPUT);
        String token = token();

        assertThat(workflows().beat(token)).isTrue();
        assertThat(workflows().succeed(token, Json.of("yes"))).isTrue();

        assertThat(over(new ExecutionId("asking", "answered")).ending())
                .get()
                .isInstanceOfSatisfying(
                        Ending.Succeeded.class, end -> assertThat(end.output()).isEqualTo(Json.of("yes")));
        assertThat(workflows().succeed(token, Json.of("no"))).isFalse();
        assertThat(workflows().fail(token, new Fault("Late", "too late"))).isFalse();
        assertThat(workflows().beat(token)).isFalse();
    }

    @Test
    default void failsWithTheFaultThatItIsAnswered() throws InterruptedException {
        workflows().start("asking", "failed", INPUT);

        assertThat(workflows().fail(token(), new Fault("Refused", "not today"))).isTrue();

        assertThat(over(new ExecutionId("asking", "failed")).ending())
                .get()
                .isInstanceOfSatisfying(
                        Ending.Failed.class,
                        end -> assertThat(end.fault()).isEqualTo(new Fault("Refused", "not today")));
    }

    @Test
    default void isStoppedFromOutside() throws InterruptedException {
        var id = new ExecutionId("asking", "stopped");
        workflows().start("asking", "stopped", INPUT);
        assertThat(token()).isNotEmpty();

        workflows().stop(id, "enough");

        assertThat(over(id).ending())
                .get()
                .isInstanceOfSatisfying(
                        Ending.Aborted.class, end -> assertThat(end.why()).isEqualTo("enough"));
    }

    @Test
    default void tellsByWhichDefinitionItGoes() throws InterruptedException {
        workflows().start("echo", "first", INPUT);
        workflows().start("echo", "second", INPUT);
        workflows().start("asking", "other", INPUT);
        String echo = over(new ExecutionId("echo", "first")).definition();

        assertThat(echo).matches("[0-9a-f]{64}");
        assertThat(over(new ExecutionId("echo", "second")).definition()).isEqualTo(echo);
        assertThat(workflows()
                        .find(new ExecutionId("asking", "other"))
                        .orElseThrow()
                        .definition())
                .matches("[0-9a-f]{64}")
                .isNotEqualTo(echo);
    }

    private Execution over(ExecutionId id) throws InterruptedException {
        while (workflows().find(id).orElseThrow().isRunning()) {
            settle();
        }
        return workflows().find(id).orElseThrow();
    }
}
