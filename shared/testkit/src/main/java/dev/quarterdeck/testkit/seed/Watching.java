package dev.quarterdeck.testkit.seed;

import java.util.List;
import java.util.Map;

/** Alarms, log groups and the account's trail. */
final class Watching {
    private final Site site;

    Watching(Site site) {
        this.site = site;
    }

    void plant() {
        site.tenant().workloads().forEach(this::plant);
        site.ask(
                "logs",
                "PutResourcePolicy",
                Map.of(
                        "policyName",
                        "events",
                        "policyDocument",
                        Policies.of(Map.of("Service", "events.amazonaws.com"), "logs:PutLogEvents", "*")));
    }

    /** The trail of all regions; its bucket must be there. */
    void trail() {
        site.ask(
                "cloudtrail",
                "CreateTrail",
                Map.of(
                        "Name",
                        "company",
                        "S3BucketName",
                        site.worldName(Buckets.LOGS),
                        "IsMultiRegionTrail",
                        true,
                        "EnableLogFileValidation",
                        true));
        site.ask("cloudtrail", "StartLogging", Map.of("Name", "company"));
    }

    private void plant(Workload workload) {
        logGroup(workload, "/aws/lambda/" + workload.name() + "-api");
        logGroup(workload, "/tidewater/" + workload.name());
        alarm(workload, "errors", "AWS/Lambda", "Errors");
        alarm(workload, "backlog", "AWS/SQS", "ApproximateAgeOfOldestMessage");
        site.ask(
                "logs",
                "PutMetricFilter",
                Map.of(
                        "logGroupName",
                        "/tidewater/" + workload.name(),
                        "filterName",
                        "refused",
                        "filterPattern",
                        "REFUSED",
                        "metricTransformations",
                        List.of(Map.of(
                                "metricName", "Refused",
                                "metricNamespace", "Tidewater",
                                "metricValue", "1"))));
    }

    private void logGroup(Workload workload, String name) {
        site.ask("logs", "CreateLogGroup", Map.of("logGroupName", name, "tags", Tags.map(site, workload)));
        if (workload.external()) {
            site.ask("logs", "PutRetentionPolicy", Map.of("logGroupName", name, "retentionInDays", 30));
        }
    }

    private void alarm(Workload workload, String what, String namespace, String metric) {
        site.ask(
                "cloudwatch",
                "PutMetricAlarm",
                Map.ofEntries(
                        Map.entry("AlarmName", workload.name() + "-" + what),
                        Map.entry("Namespace", namespace),
                        Map.entry("MetricName", metric),
                        Map.entry("Statistic", "Maximum"),
                        Map.entry("Period", 300),
                        Map.entry("EvaluationPeriods", 2),
                        Map.entry("Threshold", 10.0),
                        Map.entry("ComparisonOperator", "GreaterThanThreshold"),
                        Map.entry("AlarmActions", List.of(site.arn("sns", workload.name() + "-changed"))),
                        Map.entry("Tags", Tags.list(site, workload))));
    }
}
