package dev.quarterdeck.testkit.seed;

import java.util.Map;

/** Secrets Manager and Parameter Store. */
final class Secrets {
    private final Site site;
    private final Map<Workload, String> keys;

    Secrets(Site site, Map<Workload, String> keys) {
        this.site = site;
        this.keys = keys;
    }

    void plant() {
        site.tenant().workloads().forEach(this::plant);
    }

    private void plant(Workload workload) {
        site.ask(
                "secretsmanager",
                "CreateSecret",
                Map.of(
                        "Name", workload.name() + "/database",
                        "SecretString", Canary.of("secret-" + workload.name()),
                        "KmsKeyId", keys.get(workload),
                        "Tags", Tags.list(site, workload)));
        site.ask(
                "secretsmanager",
                "CreateSecret",
                Map.of(
                        "Name",
                        workload.name() + "/partner-api",
                        "SecretString",
                        Canary.of("partner-" + workload.name())));
        parameter(workload, "log-level", "String", "info");
        parameter(workload, "api-token", "SecureString", Canary.of("parameter-" + workload.name()));
    }

    private void parameter(Workload workload, String name, String type, String value) {
        site.ask(
                "ssm",
                "PutParameter",
                Map.of(
                        "Name",
                        "/tidewater/%s/%s".formatted(workload.name(), name),
                        "Type",
                        type,
                        "Value",
                        value,
                        "Tags",
                        Tags.list(site, workload)));
    }
}
