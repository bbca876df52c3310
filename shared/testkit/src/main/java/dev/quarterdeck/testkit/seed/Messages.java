package dev.quarterdeck.testkit.seed;

import dev.quarterdeck.kernel.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SQS queues with their dead-letter queues, SNS topics with subscriptions, EventBridge buses and rules. */
final class Messages {
    private final Site site;
    private final Map<Workload, String> keys;

    Messages(Site site, Map<Workload, String> keys) {
        this.site = site;
        this.keys = keys;
    }

    void plant() {
        site.ask("events", "CreateEventBus", Map.of("Name", "company"));
        site.tenant().workloads().forEach(this::plant);
        rule("nightly", "default", Map.of("ScheduleExpression", "rate(1 day)"), queueArn("orders-work"));
    }

    private void plant(Workload workload) {
        String work = workload.name() + "-work";
        queue(workload, work + "-dead", Map.of());
        queue(workload, work, Map.of("RedrivePolicy", redriveTo(queueArn(work + "-dead"))));
        queue(
                workload,
                workload.name() + "-audit.fifo",
                Map.of("FifoQueue", "true", "KmsMasterKeyId", keys.get(workload)));
        topic(workload, work);
        rule(
                workload.name() + "-changed",
                "company",
                Map.of("EventPattern", "{\"source\":[\"tidewater.%s\"]}".formatted(workload.name())),
                queueArn(work));
    }

    private void queue(Workload workload, String name, Map<String, String> attributes) {
        site.ask(
                "sqs",
                "CreateQueue",
                Map.of("QueueName", name, "Attributes", attributes, "tags", Tags.map(site, workload)));
    }

    private static String redriveTo(String dead) {
        return Json.of(Map.of("deadLetterTargetArn", Json.of(dead), "maxReceiveCount", Json.of("5")))
                .canonical();
    }

    private String queueArn(String name) {
        return site.arn("sqs", name);
    }

    private void topic(Workload workload, String queue) {
        String topic = site.ask(
                        "sns",
                        "CreateTopic",
                        Map.of(
                                "Name", workload.name() + "-changed",
                                "Attributes", Map.of("KmsMasterKeyId", keys.get(workload)),
                                "Tags", Tags.list(site, workload)))
                .text("TopicArn");
        subscribe(topic, "sqs", queueArn(queue));
        subscribe(topic, "email", workload.team() + "@tidewater.example");
    }

    private void subscribe(String topic, String protocol, String endpoint) {
        site.ask("sns", "Subscribe", Map.of("TopicArn", topic, "Protocol", protocol, "Endpoint", endpoint));
    }

    private void rule(String name, String bus, Map<String, String> when, String target) {
        var input = new HashMap<String, Object>(when);
        input.putAll(Map.of("Name", name, "EventBusName", bus));
        site.ask("events", "PutRule", input);
        site.ask(
                "events",
                "PutTargets",
                Map.of("Rule", name, "EventBusName", bus, "Targets", List.of(Map.of("Id", "queue", "Arn", target))));
    }
}
