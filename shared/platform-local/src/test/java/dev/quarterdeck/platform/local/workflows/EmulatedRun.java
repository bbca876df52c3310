package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.testkit.MiniStack;
import dev.quarterdeck.testkit.workflows.EmulatedStepFunctions;
import dev.quarterdeck.workflows.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Runs one case on an emulator: tasks are activities, and those that wait for a token send it to a queue. */
final class EmulatedRun {
    private static final String ARN = "arn:aws:states:us-east-1:%s:".formatted(MiniStack.ACCOUNT);

    private final EmulatedStepFunctions emulator;
    private final Case machine;
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();
    private final Map<String, String> queues = new LinkedHashMap<>();
    private final Map<String, CompletableFuture<Fields>> polls = new ConcurrentHashMap<>();

    EmulatedRun(EmulatedStepFunctions emulator, Case machine) {
        this.emulator = emulator;
        this.machine = machine;
    }

    /** How it ended, and the states that its history names. */
    record Ran(Case.End end, List<String> states) {}

    Ran run() throws InterruptedException {
        for (String task : machine.tasks().keySet()) {
            boolean token = waitsForToken(task);
            if (token) {
                queues.put(
                        task,
                        emulator.ask("sqs", "AmazonSQS.CreateQueue", new Members().put("QueueName", name(task)))
                                .text("QueueUrl"));
            } else {
                emulator.ask("CreateActivity", new Members().put("name", name(task)));
            }
        }
        emulator.ask(
                "CreateStateMachine",
                new Members()
                        .put("name", machine.name())
                        .put("definition", deployed(machine.definition()).text())
                        .put("roleArn", "arn:aws:iam::%s:role/machines".formatted(MiniStack.ACCOUNT)));
        String arn = emulator.ask(
                        "StartExecution",
                        new Members()
                                .put("stateMachineArn", ARN + "stateMachine:" + machine.name())
                                .put("name", "run")
                                .put("input", machine.input().text()))
                .text("executionArn");
        return end(arn);
    }

    private Ran end(String arn) throws InterruptedException {
        var about = new Members().put("executionArn", arn);
        Fields execution = emulator.ask("DescribeExecution", about);
        while (execution.text("status").equals("RUNNING")) {
            work();
            Thread.sleep(Duration.ofMillis(20)); // between looks at a server that tells nobody
            execution = emulator.ask("DescribeExecution", about);
        }
        polls.values().forEach(poll -> poll.cancel(true));
        boolean succeeded = execution.text("status").equals("SUCCEEDED");
        var end = succeeded
                ? new Case.End(execution.maybeText("output", Json::parse), Optional.empty(), Optional.empty())
                : new Case.End(
                        Optional.empty(),
                        execution.maybeText("error"),
                        machine.expected().end().cause().flatMap(_ -> cause(arn)));
        return new Ran(end, states(arn));
    }

    private Optional<String> cause(String arn) {
        return emulator.ask("DescribeExecution", new Members().put("executionArn", arn))
                .maybeText("cause");
    }

    private List<String> states(String arn) {
        var history = new Members().put("executionArn", arn).put("maxResults", 1000);
        return emulator.ask("GetExecutionHistory", history).objects("events").stream()
                .filter(event -> event.text("type").endsWith("StateEntered"))
                .map(event -> event.object("stateEnteredEventDetails").text("name"))
                .toList();
    }

    private void work() {
        for (String task : machine.tasks().keySet()) {
            if (queues.containsKey(task)) {
                messages(task).forEach(message -> answer(task, message.text("token"), message.json()));
            } else {
                Fields polled = polls.computeIfAbsent(
                                task,
                                _ -> emulator.later(
                                        "GetActivityTask",
                                        new Members().put("activityArn", ARN + "activity:" + name(task))))
                        .getNow(Fields.of(Json.Obj.EMPTY));
                polled.maybeText("taskToken").ifPresent(token -> {
                    polls.remove(task);
                    answer(task, token, polled.text("input", Json::parse));
                });
            }
        }
    }

    private Stream<Fields> messages(String task) {
        var query = new Members().put("QueueUrl", queues.getOrDefault(task, "")).put("VisibilityTimeout", 600);
        return emulator.ask("sqs", "AmazonSQS.ReceiveMessage", query).objects("Messages").stream()
                .map(message -> Fields.of((Json.Obj) message.text("Body", Json::parse)));
    }

    private void answer(String task, String token, Json input) {
        int call = calls.computeIfAbsent(task, _ -> new AtomicInteger()).getAndIncrement();
        List<Case.Behaviour> behaviours = machine.tasks().getOrDefault(task, List.of());
        switch (behaviours.get(Math.min(call, behaviours.size() - 1))) {
            case Case.Behaviour.Returns(var result) -> succeed(token, result);
            case Case.Behaviour.Answers(var result) -> succeed(token, result);
            case Case.Behaviour.Echoes _ -> succeed(token, input);
            case Case.Behaviour.Throws(var fault) -> fail(token, fault);
            case Case.Behaviour.Refuses(var fault) -> fail(token, fault);
            case Case.Behaviour.KeepsSilent _ -> {}
        }
    }

    private void succeed(String token, Json output) {
        emulator.ask("SendTaskSuccess", new Members().put("taskToken", token).put("output", output.text()));
    }

    private void fail(String token, Fault fault) {
        emulator.ask(
                "SendTaskFailure",
                new Members()
                        .put("taskToken", token)
                        .put("error", fault.error())
                        .put("cause", fault.cause()));
    }

    private boolean waitsForToken(String task) {
        return machine.definition().text().contains("\"FunctionName\":\"${%s}\"".formatted(task));
    }

    private String name(String task) {
        return machine.name() + "-" + task;
    }

    /** The definition with what really stands behind its tasks. */
    private Json deployed(Json some) {
        return switch (some) {
            case Json.Obj object when object.get("Resource").isPresent() -> task(object);
            case Json.Obj(var members) -> {
                var copy = new LinkedHashMap<String, Json>();
                members.forEach((name, value) -> copy.put(name, deployed(value)));
                yield new Json.Obj(copy);
            }
            case Json.Arr(var items) -> {
                var copy = new ArrayList<Json>();
                items.forEach(item -> copy.add(deployed(item)));
                yield Json.of(copy);
            }
            case Json.Null _, Json.Bool _, Json.Num _, Json.Str _ -> some;
        };
    }

    private Json task(Json.Obj state) {
        String resource = Fields.of(state).text("Resource");
        if (resource.startsWith("${")) {
            String task = resource.substring(2, resource.length() - 1);
            return state.with("Resource", Json.of(ARN + "activity:" + name(task)));
        }
        Fields parameters = Fields.of(state).object("Parameters");
        String function = parameters.text("FunctionName");
        Json.Obj sent = new Members()
                .put("QueueUrl", queues.getOrDefault(function.substring(2, function.length() - 1), ""))
                .put("MessageBody", parameters.json().get("Payload").orElse(Json.Obj.EMPTY))
                .json();
        return state.with("Resource", Json.of("arn:aws:states:::sqs:sendMessage.waitForTaskToken"))
                .with("Parameters", sent);
    }
}
