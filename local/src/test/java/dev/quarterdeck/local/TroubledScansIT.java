package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.testkit.faults.Fault;
import dev.quarterdeck.testkit.faults.FaultServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scans of a hub whose AWS fails it: they end, say what they could not read, and take nothing for gone. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class TroubledScansIT {
    private static final String HERE = "eu-west-1";
    private static final String OTHER = ScanningHub.OTHER;
    private static MotoServer moto;
    private static FaultServer server;

    private static ScanningHub hub;

    @BeforeAll
    static void launch(@TempDir Path folder) throws IOException {
        moto = MotoServer.start();
        moto.reset();
        server = FaultServer.before(moto.endpoint());
        try (var aws = new Planted(moto.endpoint())) {
            aws.queue("orders");
            try (var other = aws.in(OTHER, moto.endpoint())) {
                other.queue("bills");
                other.ask("sns", "CreateTopic", Map.of("Name", "alarms"));
            }
        }
        hub = ScanningHub.serve(folder, server.endpoint());
        hub.connect();
        hub.connectOther();
        hub.cancelFirstScans(2);
    }

    @AfterAll
    static void end() {
        hub.close();
        server.close();
        moto.close();
    }

    @BeforeEach
    void behave() {
        server.behave();
        scan();
    }

    private static Fields scan() {
        return hub.told("scans", "start", "--account", "prod", "--regions", HERE, "--types", "sqs", "--wait")
                .getFirst();
    }

    private static List<String> coverage() {
        return coverage(ScanningHub.ACCOUNT, "AWS::SQS::Queue");
    }

    private static List<String> coverage(String account, String type) {
        return hub.told("coverage", "--account", account, "--region", HERE, "--type", type).stream()
                .map(area -> area.text("status"))
                .toList();
    }

    @Test
    void aRegionThatIsDown() {
        server.fail(asked -> asked.service().equals("sqs"), Fault.reset());

        assertThat(scan().text("status")).isEqualTo("done");
        assertThat(scan().text("status")).isEqualTo("done");

        assertThat(coverage()).containsExactly("failed");
        assertThat(hub.told("changes")).isEmpty();
        assertThat(hub.told("find", "orders")).hasSize(1);
        server.behave();
        assertThat(scan().object("counts").whole("failed")).isZero();
        assertThat(coverage()).containsExactly("looked");
    }

    @Test
    void credentialsThatAreRevoked() {
        server.fail(
                _ -> true,
                Fault.error(403, "InvalidClientTokenId", "The security token included in the request is invalid."));

        Fields scan = scan();

        assertThat(scan.text("status")).isEqualTo("done");
        assertThat(scan.object("counts").whole("failed")).isEqualTo(1);
        assertThat(scan.objects("failures").getFirst().text("why")).contains("InvalidClientTokenId");
        assertThat(hub.told("changes")).isEmpty();
        assertThat(hub.told("find", "orders")).hasSize(1);
        server.behave();
        hub.run("scans", "rerun", scan.text("scan_id"));
        ScanningHub.until(() -> hub.told("scans", "show", scan.text("scan_id"))
                        .getFirst()
                        .object("counts")
                        .whole("read")
                == 1);
        assertThat(coverage()).containsExactly("looked");
    }

    /** What was read before counts, what was not is told with its cause, the other account knows nothing of it. */
    @ParameterizedTest
    @CsvSource({"400, ExpiredToken, failed", "403, InvalidClientTokenId, failed", "403, AccessDenied, denied"})
    void accessThatEndsInMidScan(int status, String code, String coverage) {
        String[] start = {"scans", "start", "--regions", HERE, "--types", "sqs,sns:topic", "--wait"};
        assertThat(hub.told(start).getFirst().object("counts").whole("gaps")).isZero();
        server.fail(
                asked -> !asked.keyId().equals(ScanningHub.KEY)
                        && asked.service().equals("sns"),
                Fault.error(status, code, "The access is not what it was."));

        assertThat(hub.told(start).getFirst().text("status")).isEqualTo("done");
        Fields scan = hub.told(start).getFirst();

        assertThat(scan.text("status")).isEqualTo("done");
        assertThat(scan.object("counts").whole("gaps")).isEqualTo(1);
        assertThat(scan.objects("failures")).singleElement().satisfies(failure -> {
            assertThat(failure.text("account_id")).isEqualTo(OTHER);
            assertThat(failure.text("why"))
                    .startsWith("AWS::SNS::Topic " + coverage)
                    .contains("not what it was");
        });
        assertThat(coverage(OTHER, "AWS::SQS::Queue")).containsExactly("looked");
        assertThat(coverage(OTHER, "AWS::SNS::Topic")).containsExactly(coverage);
        assertThat(coverage(ScanningHub.ACCOUNT, "AWS::SNS::Topic")).containsExactly("looked");
        assertThat(hub.told("changes")).isEmpty();
        assertThat(hub.told("find", "alarms")).hasSize(1);

        server.behave();
        hub.run("scans", "rerun", scan.text("scan_id"));
        ScanningHub.until(() -> hub.told("scans", "show", scan.text("scan_id")).stream()
                .allMatch(
                        again -> again.has("ended_at") && again.object("counts").whole("gaps") == 0));
        assertThat(coverage(OTHER, "AWS::SNS::Topic")).containsExactly("looked");
        assertThat(server.heard())
                .as("only the other account is read again")
                .noneMatch(asked ->
                        asked.keyId().equals(ScanningHub.KEY) && asked.service().equals("sqs"));
        assertThat(hub.told("changes")).isEmpty();
    }

    @Test
    void aScanIsPausedResumedAndCancelled() {
        server.fail(asked -> asked.service().equals("sqs"), Fault.silence());
        String id = hub.told("scans", "start", "--regions", HERE, "--types", "sqs")
                .getFirst()
                .text("scan_id");
        ScanningHub.until(
                () -> server.heard().stream().anyMatch(asked -> asked.service().equals("sqs")));

        assertThat(hub.told("scans", "start", "--regions", HERE, "--types", "sqs")
                        .getFirst()
                        .flag("joined"))
                .isTrue();
        assertThat(hub.run("scans", "start", "--account", "prod").err())
                .contains("scan %s is about the same accounts".formatted(id));
        assertThat(hub.run("scans", "pause", id).out()).contains("paused");
        assertThat(hub.run("scans", "resume", id).out()).contains("running");
        assertThat(hub.run("scans", "cancel", id).out()).contains("cancelled");
        server.behave();

        ScanningHub.until(() -> hub.told("scans", "list").stream()
                .filter(scan -> !scan.text("scan_id").equals(id))
                .allMatch(scan -> scan.has("ended_at")));
        assertThat(hub.told("changes")).isEmpty();
    }
}
