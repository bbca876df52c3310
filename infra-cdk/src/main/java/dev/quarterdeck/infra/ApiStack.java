package dev.quarterdeck.infra;

import dev.quarterdeck.edge.contract.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.lambda.EventSourceMapping;
import software.amazon.awscdk.services.lambda.FilterCriteria;
import software.amazon.awscdk.services.lambda.FilterRule;
import software.amazon.awscdk.services.lambda.IFunction;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.constructs.Construct;

/** What answers and works: the HTTP API, the functions, the workflows, their alarms. It keeps nothing and can be made again at any time. */
final class ApiStack extends Stack {
    private final Ground ground;

    /** What it stands on. */
    record Ground(Manifest manifest, HubSettings settings, DataStack data, BrokerStack broker) {
        Grants grants() {
            return new Grants(data, manifest);
        }
    }

    ApiStack(Construct scope, String id, Ground ground) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("Quarterdeck: the API and its functions. It keeps nothing.")
                        .build());
        this.ground = ground;
        var api = new Api(this);
        var tasks = new HashMap<String, IFunction>();
        ground.manifest().functions().forEach(entry -> add(entry, api, tasks));
        HubWorkflow.SHIPPED.forEach(name -> new HubWorkflow(this, name, tasks));
        var _ = new Alarms(
                this, api.http(), ground.data().key(), ground.settings().alarmEmail());
        CfnOutput.Builder.create(this, "Url")
                .description("Where the hub is reached")
                .value("https://" + api.host())
                .build();
    }

    private void add(FunctionEntry entry, Api api, Map<String, IFunction> tasks) {
        var function = new HubFunction(
                this, new HubFunction.Settings(entry, ground.settings().code(entry), role(entry), values(api)));
        List<Operation> operations = ground.manifest().answeredBy(entry);
        if (!operations.isEmpty()) {
            api.leadTo(entry.name(), function.live(), operations);
        }
        for (Trigger trigger : entry.triggers()) {
            switch (trigger) {
                case Trigger.Every(int minutes) -> schedule(entry, function, minutes);
                case Trigger.Rows(String prefix) -> follow(entry, function, prefix);
                case Trigger.Task(String name) -> tasks.put(name, function.live());
                case Trigger.Routes _, Trigger.Operation _ -> {} // the routes that lead to it are above
                case Trigger.Caller _, Trigger.Hand _ -> {} // who calls it has the right to
            }
        }
    }

    /** What failed is not asked for again: the next time comes soon. */
    private void schedule(FunctionEntry entry, HubFunction function, int minutes) {
        Rule.Builder.create(this, entry.name() + "-schedule")
                .ruleName(entry.deployedName())
                .description(entry.purpose())
                .schedule(Schedule.rate(Duration.minutes(minutes)))
                .targets(List.of(LambdaFunction.Builder.create(function.live())
                        .retryAttempts(0)
                        .build()))
                .build();
    }

    /** What it does not get done within a minute is left to the schedule: the table still has it. */
    private void follow(FunctionEntry entry, HubFunction function, String prefix) {
        Map<String, Object> keys = Map.of("Keys", Map.of("@p", Map.of("S", FilterRule.beginsWith(prefix))));
        EventSourceMapping.Builder.create(this, entry.name() + "-rows")
                .target(function.live())
                .eventSourceArn(ground.data().table().getTableStreamArn())
                .startingPosition(StartingPosition.LATEST)
                .filters(List.of(FilterCriteria.filter(
                        new TreeMap<>( // in an order that stays: else each deployment changes it
                                Map.of("eventName", FilterRule.isEqual("INSERT"), "dynamodb", keys)))))
                .maxRecordAge(Duration.minutes(1))
                .retryAttempts(0)
                .build();
    }

    /** Whatever enters accounts does so as the broker's role; everything else has one that comes and goes with it. */
    private IRole role(FunctionEntry entry) {
        if (entry.needs().permissions().contains(Permission.ROLES)) {
            return ground.broker().role();
        }
        return HubFunction.role(
                        this, entry.name() + "-role", entry, ground.grants().of(entry))
                .withoutPolicyUpdates();
    }

    private Map<String, String> values(Api api) {
        String broker = ground.manifest().only(Permission.ROLES).deployedName();
        return Map.of(
                "HUB_WORKFLOWS", HubWorkflow.prefix(this),
                "HUB_TABLE", ground.data().table().getTableName(),
                "HUB_FACTS", ground.data().objects().getBucketName(),
                "HUB_SECRET", DataStack.SECRET,
                "HUB_KEY", ground.data().key().getKeyArn(),
                "HUB_BROKER", broker + ":" + HubFunction.ALIAS,
                "HUB_BROKER_ROLE", ground.broker().role().getRoleArn(),
                "HUB_HOST", api.host());
    }
}
