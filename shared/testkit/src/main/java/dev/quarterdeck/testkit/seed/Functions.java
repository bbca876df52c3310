package dev.quarterdeck.testkit.seed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Lambda functions with what may call them, and Step Functions state machines. */
final class Functions {
    private static final byte[] CODE = code();

    private final Site site;
    private final Map<Workload, String> keys;

    Functions(Site site, Map<Workload, String> keys) {
        this.site = site;
        this.keys = keys;
    }

    void plant() {
        site.tenant().workloads().forEach(this::plant);
    }

    private void plant(Workload workload) {
        String api = function(workload, "api");
        String worker = function(workload, "worker");
        site.ask(
                "lambda",
                "AddPermission",
                Map.of(
                        "FunctionName", api,
                        "StatementId", "from-topic",
                        "Action", "lambda:InvokeFunction",
                        "Principal", "sns.amazonaws.com",
                        "SourceArn", site.arn("sns", workload.name() + "-changed")));
        site.ask(
                "lambda",
                "CreateEventSourceMapping",
                Map.of(
                        "FunctionName",
                        worker,
                        "EventSourceArn",
                        site.arn("sqs", workload.name() + "-work"),
                        "BatchSize",
                        10));
        if (workload.external()) {
            site.ask("lambda", "CreateFunctionUrlConfig", Map.of("FunctionName", api, "AuthType", "NONE"));
        }
        stateMachine(workload, site.arn("lambda", "function:" + worker));
    }

    private String function(Workload workload, String role) {
        String name = workload.name() + "-" + role;
        var environment = Map.of("LOG_LEVEL", "info", "PARTNER_TOKEN", Canary.of("lambda-" + name));
        site.ask(
                "lambda",
                "CreateFunction",
                Map.of(
                        "FunctionName",
                        name,
                        "Runtime",
                        "java25",
                        "Role",
                        site.globalArn("iam", "role/" + Identities.FUNCTION_ROLE),
                        "Handler",
                        "example.Handler",
                        "Code",
                        Map.of("ZipFile", CODE),
                        "MemorySize",
                        512,
                        "Timeout",
                        30,
                        "KMSKeyArn",
                        keys.get(workload),
                        "Environment",
                        Map.of("Variables", environment),
                        "Tags",
                        Tags.map(site, workload)));
        return name;
    }

    private void stateMachine(Workload workload, String function) {
        String definition = """
                {"StartAt":"Work","States":{"Work":{"Type":"Task","Resource":"%s","End":true}}}""".formatted(function);
        site.ask(
                "stepfunctions",
                "CreateStateMachine",
                Map.of(
                        "name",
                        workload.name() + "-fulfilment",
                        "definition",
                        definition,
                        "roleArn",
                        site.globalArn("iam", "role/" + Identities.FUNCTION_ROLE),
                        "tags",
                        Tags.lower(site, workload)));
    }

    private static byte[] code() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var entry = new ZipEntry("handler.txt");
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write("nothing runs here".getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
