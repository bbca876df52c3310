package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.testkit.faults.Fault;
import dev.quarterdeck.testkit.faults.FaultServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Scans of a hub whose AWS fails it: they end, say what they could not read, and take nothing for gone. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class TroubledScansIT {
    private static final String HERE = "eu-west-1";
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
        }
        hub = ScanningHub.serve(folder, server.endpoint());
        hub.connectAndAwait();
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
    }

    private static Fields scan() {
        return hub.told("scans", "start", "--regions", HERE, "--types", "sqs", "--wait")
                .getFirst();
    }

    private static List<String> coverage() {
        return hub.told("coverage", "--region", HERE, "--type", "AWS::SQS::Queue").stream()
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

    @Test
    void credentialsThatAreRevokedInMidScan() {
        server.fail(
                asked -> asked.service().equals("sqs"),
                Fault.error(403, "InvalidClientTokenId", "The security token included in the request is invalid."));

        assertThat(scan().text("status")).isEqualTo("done");
        assertThat(scan().text("status")).isEqualTo("done");

        assertThat(coverage()).doesNotContain("looked");
        assertThat(hub.told("changes")).isEmpty();
        assertThat(hub.told("find", "orders")).hasSize(1);
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
                .allMatch(scan -> scan.text("status").equals("done")));
        assertThat(hub.told("changes")).isEmpty();
    }
}
