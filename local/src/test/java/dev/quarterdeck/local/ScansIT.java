package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.testkit.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
    private static MotoServer moto;

    @TempDir
    private Path folder;

    private ScanningHub hub;

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
        hub = ScanningHub.serve(folder, moto.endpoint());
    }

    @AfterEach
    void close() {
        hub.close();
    }

    private static void planted(String queue) {
        try (var aws = new Planted(moto.endpoint())) {
            aws.queue(queue);
        }
    }

    @Test
    void anAccountIsScannedOnceItIsProvenAndWhenItIsAskedFor() {
        hub.connect();
        ScanningHub.until(() -> hub.told("scans", "list").size() == 1);
        Said said =
                hub.run("scans", "start", "--account", "prod", "--regions", "eu-west-1", "--types", "sqs", "--wait");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out()).contains("done", "1 of 1 read");
        List<Fields> scans = hub.told("scans", "list");
        assertThat(scans).extracting(scan -> scan.text("trigger")).containsExactly("manual", "onboarding");
        assertThat(scans).extracting(scan -> scan.text("status")).containsOnly("done");
        assertThat(scans.getLast().object("counts").whole("resources")).isGreaterThan(1);
        assertThat(scans.getFirst().object("counts").whole("calls")).isGreaterThan(1);
        assertThat(hub.told("find", "orders")).hasSize(1);
        assertThat(hub.told("coverage", "--region", "eu-west-1", "--type", "AWS::SQS::Queue"))
                .extracting(area -> area.text("status") + " " + area.whole("count"))
                .containsExactly("looked 1");

        planted("bills");
        assertThat(hub.run("scans", "start", "--regions", "eu-west-1", "--types", "sqs", "--wait")
                        .code())
                .isZero();
        assertThat(hub.told("changes"))
                .extracting(change -> change.text("kind") + " " + change.text("name"))
                .containsExactly("created bills");
    }

    /** One list, and what belongs to the one queue that the event is about: nothing else is asked. */
    @Test
    void anEventReadsWhatItIsAbout() throws IOException {
        planted("bills");
        hub.connect();
        hub.cancelFirstScans(1);
        hub.run("scans", "start", "--regions", "eu-west-1", "--types", "sqs", "--wait");
        retention("orders", "3600");
        retention("bills", "7200");

        Fields said;
        try (HubClient console = hub.console()) {
            said = console.post("/api/aws/accounts/" + ScanningHub.ACCOUNT + "/events", attributesSet("orders"))
                    .fields();
        }
        String id = said.objects("scans").getFirst().text("scan_id");
        ScanningHub.until(() -> hub.told("scans", "list").stream()
                .filter(scan -> scan.text("scan_id").equals(id))
                .allMatch(scan -> scan.text("status").equals("done")));

        assertThat(hub.told("changes"))
                .extracting(change -> change.text("kind") + " " + change.text("name"))
                .as("the other queue's row in the list is as it was")
                .containsExactly("changed orders");
        Fields counts = hub.told("scans", "list").getFirst().object("counts");
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
        hub.connect();
        hub.cancelFirstScans(1);
        ScanningHub.until(() -> hub.told("schedules", "list").size() == 1);
        assertThat(hub.told("schedules", "list").getFirst().text("expression")).isEqualTo("rate(6 hours)");
        Fields figures = hub.told(
                        "schedules", "create", "nightly", "--at", "cron(0 3 * * ? *)", "--types", "sqs", "--estimate")
                .getFirst();
        assertThat(figures.whole("runs_a_month")).isEqualTo(30);
        assertThat(figures.texts("next")).hasSize(5).allMatch(at -> at.endsWith("T03:00:00Z"));
        assertThat(figures.object("a_month").whole("calls"))
                .isEqualTo(30 * figures.object("each").whole("calls"));
        assertThat(hub.told("schedules", "list")).hasSize(1);

        assertThat(hub.run("schedules", "create", "nightly", "--at", "cron(0 3 * * ? *)")
                        .code())
                .isZero();
        assertThat(hub.run("schedules", "update", "nightly", "--at", "rate(1 day)", "--account", "prod")
                        .out())
                .contains("rate(1 day)", ScanningHub.ACCOUNT);
        assertThat(hub.run("schedules", "disable", "nightly").out()).contains("disabled");
        assertThat(hub.run("schedules", "enable", "nightly").out()).doesNotContain("disabled");
        assertThat(hub.run("schedules", "create", "bad", "--at", "every day").err())
                .contains("rate(6 hours)");
        assertThat(hub.run("schedules", "delete", "nightly").code()).isZero();
        assertThat(hub.told("schedules", "list")).hasSize(1);
    }
}
