package dev.quarterdeck.platform.aws.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.platform.aws.broker.Broker;
import dev.quarterdeck.testkit.EmulatorClient;
import dev.quarterdeck.testkit.MiniStack;
import dev.quarterdeck.testkit.workflows.EmulatedStepFunctions;
import dev.quarterdeck.testkit.workflows.WorkflowsContract;
import dev.quarterdeck.workflows.Workflow;
import dev.quarterdeck.workflows.Workflows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Step Functions, as an emulator plays them; what waits for a token sends it to a queue. */
@EnabledIf(
        value = "dev.quarterdeck.testkit.MiniStack#isThere",
        disabledReason = "needs MiniStack, which scripts/check installs")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class StepFunctionsIT implements WorkflowsContract {
    private static final String PREFIX =
            "arn:aws:states:us-east-1:%s:stateMachine:quarterdeck-".formatted(MiniStack.ACCOUNT);

    private final MiniStack cloud = MiniStack.start(MiniStack.Settings.OPEN);
    private final EmulatedStepFunctions emulator = new EmulatedStepFunctions(cloud.endpoint());
    private final String queue = emulator.ask(
                    "sqs", "AmazonSQS.CreateQueue", new Members().put("QueueName", "questions"))
            .text("QueueUrl");
    private final Workflows workflows = workflows(cloud);

    StepFunctionsIT() {
        WORKFLOWS.forEach(this::deploy);
    }

    private static Workflows workflows(MiniStack cloud) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));
        var api = EmulatorClient.at(cloud.endpoint(), EmulatorClient.sourceCatalog());
        return new StepFunctions(new StatesLine(api, new Broker.Self(credentials, "us-east-1")), new Machines(PREFIX));
    }

    private void deploy(Workflow workflow) {
        String definition = workflow.definition()
                .replace("lambda:invoke", "sqs:sendMessage")
                .replace("FunctionName", "QueueUrl")
                .replace("${ask}", queue)
                .replace("Payload", "MessageBody");
        emulator.ask(
                "CreateStateMachine",
                new Members()
                        .put("name", "quarterdeck-" + workflow.name())
                        .put("definition", definition)
                        .put("roleArn", "arn:aws:iam::%s:role/machines".formatted(MiniStack.ACCOUNT)));
    }

    @AfterAll
    void stop() {
        emulator.close();
        cloud.close();
    }

    @Override
    public Workflows workflows() {
        return workflows;
    }

    @Override
    public void settle() throws InterruptedException {
        Thread.sleep(Duration.ofMillis(20)); // between looks at a server that tells nobody
    }

    @Override
    public String token() throws InterruptedException {
        while (true) {
            Optional<String> token = message();
            if (token.isPresent()) {
                return token.get();
            }
            settle();
        }
    }

    private Optional<String> message() {
        var query = new Members().put("QueueUrl", queue).put("VisibilityTimeout", 600);
        List<Fields> messages =
                emulator.ask("sqs", "AmazonSQS.ReceiveMessage", query).objects("Messages");
        return messages.stream()
                .map(message ->
                        Fields.of((Json.Obj) message.text("Body", Json::parse)).text("token"))
                .findFirst();
    }
}
