package dev.quarterdeck.functions.hub;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.quarterdeck.functions.cloud.Cloud;
import dev.quarterdeck.functions.cloud.HubConfig;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.workflows.ExecutionId;
import dev.quarterdeck.workflows.Task;
import dev.quarterdeck.workflows.TaskCall;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Does the tasks of workflows: the deployed definition tells which one, of which execution, with what. */
public final class TaskHandler implements RequestStreamHandler {
    private final Map<String, Task> tasks;

    public TaskHandler() {
        this(new Cloud(HubConfig.from(System.getenv()), Cloud.Reach.AWS, Clock.systemUTC()).tasks());
    }

    TaskHandler(Map<String, Task> tasks) {
        this.tasks = Map.copyOf(tasks);
    }

    @Override
    public void handleRequest(InputStream call, OutputStream result, Context context) throws IOException {
        Fields asked = Fields.of((Json.Obj) Json.parse(new String(call.readAllBytes(), UTF_8)));
        Task task = asked.text("task", this::task);
        var execution = new ExecutionId(asked.text("workflow"), asked.text("execution"));
        var input = new TaskCall(
                execution, context.getAwsRequestId(), asked.object("input").json(), Optional.empty());
        result.write(done(task, input).text().getBytes(UTF_8));
    }

    private Task task(String name) {
        return Optional.ofNullable(tasks.get(name))
                .orElseThrow(() -> new IllegalArgumentException("no task is called '%s'".formatted(name)));
    }

    private static Json done(Task task, TaskCall call) {
        try {
            return task.perform(call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the task '%s' was interrupted".formatted(call.execution()), e);
        }
    }
}
