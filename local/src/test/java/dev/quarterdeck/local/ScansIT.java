package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.testkit.MotoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A hub that is served scans its accounts itself: as soon as one is proven, and when it is told to. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class ScansIT {
    private static final String ACCOUNT = "123456789012";
    private static MotoServer moto;

    @TempDir
    private Path folder;

    private ServedProcess served;

    @BeforeAll
    static void launch() {
        moto = MotoServer.start();
    }

    @AfterAll
    static void end() {
        moto.close();
    }

    @BeforeEach
    void serve() throws IOException {
        moto.reset();
        planted("orders");
        Files.createDirectories(folder.resolve(".aws"));
        Files.writeString(
                folder.resolve(".aws/credentials"),
                "[default]\naws_access_key_id = test\naws_secret_access_key = test\n");
        served = ServedProcess.start(
                new Launch(folder).with("AWS_ENDPOINT_URL", moto.endpoint().toString()),
                new Home(folder.resolve(".quarterdeck")));
    }

    @AfterEach
    void close() {
        served.close();
    }

    private static void planted(String queue) {
        try (var aws = new Planted(moto.endpoint())) {
            aws.queue(queue);
        }
    }

    private Said run(String... words) {
        return new Cli(folder).run(words);
    }

    private List<Fields> told(String... words) {
        return run(Stream.concat(Stream.of(words), Stream.of("--output", "ndjson"))
                        .toArray(String[]::new))
                .out()
                .lines()
                .map(line -> Fields.of((Json.Obj) Json.parse(line)))
                .toList();
    }

    private void connect() {
        assertThat(run("accounts", "connect", "--account", ACCOUNT, "--name", "prod", "--profile", "default")
                        .err())
                .isEmpty();
        run("accounts", "validate", "prod");
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Launch.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes to that").isLessThan(end);
            LockSupport.parkNanos(50_000_000);
        }
    }

    @Test
    void anAccountIsScannedOnceItIsProvenAndWhenItIsAskedFor() {
        connect();
        until(() -> told("scans", "list").size() == 1);
        Said said = run("scans", "start", "--account", "prod", "--regions", "eu-west-1", "--types", "sqs", "--wait");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out()).contains("done", "1 of 1 read");
        List<Fields> scans = told("scans", "list");
        assertThat(scans).extracting(scan -> scan.text("trigger")).containsExactly("manual", "onboarding");
        assertThat(scans).extracting(scan -> scan.text("status")).containsOnly("done");
        assertThat(scans.getLast().object("counts").whole("resources")).isGreaterThan(1);
        assertThat(scans.getFirst().object("counts").whole("calls")).isGreaterThan(1);
        assertThat(told("find", "orders")).hasSize(1);
        assertThat(told("coverage", "--region", "eu-west-1", "--type", "AWS::SQS::Queue"))
                .extracting(area -> area.text("status") + " " + area.whole("count"))
                .containsExactly("looked 1");

        planted("bills");
        assertThat(run("scans", "start", "--regions", "eu-west-1", "--types", "sqs", "--wait")
                        .code())
                .isZero();
        assertThat(told("changes"))
                .extracting(change -> change.text("kind") + " " + change.text("name"))
                .containsExactly("created bills");
    }

    /** One list, and what belongs to the one queue that the event is about: nothing else is asked. */
    @Test
    void anEventReadsWhatItIsAbout() throws IOException {
        planted("bills");
        connect();
        until(() -> told("scans", "list").stream()
                .anyMatch(scan -> scan.text("status").equals("done")));
        retention("orders", "3600");
        retention("bills", "7200");

        Fields said;
        try (HubClient console = served.console()) {
            said = console.post("/api/aws/accounts/" + ACCOUNT + "/events", attributesSet("orders"))
                    .fields();
        }
        String id = said.objects("scans").getFirst().text("scan_id");
        until(() -> told("scans", "list").stream()
                .filter(scan -> scan.text("scan_id").equals(id))
                .allMatch(scan -> scan.text("status").equals("done")));

        assertThat(told("changes"))
                .extracting(change -> change.text("kind") + " " + change.text("name"))
                .as("the other queue's row in the list is as it was")
                .containsExactly("changed orders");
        Fields counts = told("scans", "list").getFirst().object("counts");
        assertThat(counts.whole("calls"))
                .as("who it is, the list, its attributes, the tags")
                .isEqualTo(4);
        assertThat(counts.whole("read")).isEqualTo(1);
    }

    private static void retention(String queue, String seconds) {
        try (var aws = new Planted(moto.endpoint())) {
            String url = (String)
                    aws.asked("sqs", "GetQueueUrl", Map.of("QueueName", queue)).get("QueueUrl");
            aws.ask(
                    "sqs",
                    "SetQueueAttributes",
                    Map.of("QueueUrl", url, "Attributes", Map.of("MessageRetentionPeriod", seconds)));
        }
    }

    private static Json.Obj attributesSet(String queue) {
        return (Json.Obj) Json.parse("""
                {"version": "0", "detail-type": "AWS API Call via CloudTrail", "source": "aws.sqs", "detail": {
                  "eventID": "5e1c", "eventTime": "2026-03-01T10:00:00Z", "eventSource": "sqs.amazonaws.com",
                  "eventName": "SetQueueAttributes", "awsRegion": "eu-west-1", "recipientAccountId": "123456789012",
                  "requestParameters": {"queueUrl": "%s/123456789012/%s",
                    "attributes": {"MessageRetentionPeriod": "3600"}}, "responseElements": null}}""".formatted(moto.endpoint(), queue));
    }

    @Test
    void aScheduleIsPricedKeptChangedAndHeld() {
        connect();
        until(() -> told("schedules", "list").size() == 1);
        assertThat(told("schedules", "list").getFirst().text("expression")).isEqualTo("rate(6 hours)");
        Fields figures = told(
                        "schedules", "create", "nightly", "--at", "cron(0 3 * * ? *)", "--types", "sqs", "--estimate")
                .getFirst();
        assertThat(figures.whole("runs_a_month")).isEqualTo(30);
        assertThat(figures.texts("next")).hasSize(5).allMatch(at -> at.endsWith("T03:00:00Z"));
        assertThat(figures.object("a_month").whole("calls"))
                .isEqualTo(30 * figures.object("each").whole("calls"));
        assertThat(told("schedules", "list")).hasSize(1);

        assertThat(run("schedules", "create", "nightly", "--at", "cron(0 3 * * ? *)")
                        .code())
                .isZero();
        assertThat(run("schedules", "update", "nightly", "--at", "rate(1 day)", "--account", "prod")
                        .out())
                .contains("rate(1 day)", ACCOUNT);
        assertThat(run("schedules", "disable", "nightly").out()).contains("disabled");
        assertThat(run("schedules", "enable", "nightly").out()).doesNotContain("disabled");
        assertThat(run("schedules", "create", "bad", "--at", "every day").err()).contains("rate(6 hours)");
        assertThat(run("schedules", "delete", "nightly").code()).isZero();
        assertThat(told("schedules", "list")).hasSize(1);
    }
}
