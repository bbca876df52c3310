package dev.quarterdeck.testkit.seed;

import java.util.Map;

/** What somebody opened to everybody: a queue, a topic, a repository and a function of the first workload. */
final class Mistakes {
    private final Site site;

    Mistakes(Site site) {
        this.site = site;
    }

    void make() {
        String workload = site.tenant().workloads().getFirst().name();
        queue(workload + "-work");
        topic(workload + "-changed");
        repository("tidewater/" + workload);
        function(workload + "-api");
    }

    private void queue(String name) {
        String url = site.ask("sqs", "GetQueueUrl", Map.of("QueueName", name)).text("QueueUrl");
        String policy = Policies.of("*", "sqs:SendMessage", site.arn("sqs", name));
        site.ask("sqs", "SetQueueAttributes", Map.of("QueueUrl", url, "Attributes", Map.of("Policy", policy)));
    }

    private void topic(String name) {
        String arn = site.arn("sns", name);
        site.ask(
                "sns",
                "SetTopicAttributes",
                Map.of(
                        "TopicArn",
                        arn,
                        "AttributeName",
                        "Policy",
                        "AttributeValue",
                        Policies.of("*", "sns:Subscribe", arn)));
    }

    private void repository(String name) {
        String policy = Policies.of("*", "ecr:BatchGetImage", "*");
        site.ask("ecr", "SetRepositoryPolicy", Map.of("repositoryName", name, "policyText", policy));
    }

    private void function(String name) {
        site.ask(
                "lambda",
                "AddPermission",
                Map.of(
                        "FunctionName", name,
                        "StatementId", "everybody",
                        "Action", "lambda:InvokeFunction",
                        "Principal", "*"));
    }
}
