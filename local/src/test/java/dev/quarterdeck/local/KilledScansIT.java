package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.testkit.faults.FaultServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The process that scans is killed in mid-scan, again and again: the next one brings the scan to the same end. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class KilledScansIT {
    private static final int KILLS = Boolean.getBoolean("quarterdeck.long") ? 100 : 10;
    private static final String[] SCAN = {
        "scans",
        "start",
        "--types",
        "sqs,sns:topic,AWS::IAM::User",
        "--regions",
        "eu-west-1,us-east-1,eu-central-1,us-west-2"
    };

    private static MotoServer moto;
    private static FaultServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void launch() {
        moto = MotoServer.start();
        moto.reset();
        server = FaultServer.before(moto.endpoint());
        try (var aws = new Planted(moto.endpoint())) {
            for (int i = 0; i < 12; i++) {
                aws.queue("queue-" + i);
            }
        }
    }

    @AfterAll
    static void end() {
        server.close();
        moto.close();
    }

    @Test
    void nothingIsLostOrDoubledAndNothingIsTakenForGone() throws IOException {
        var random = new Random(Long.getLong("quarterdeck.seed", 5L));
        try (ScanningHub hub = ScanningHub.serve(folder, server.endpoint())) {
            hub.connect();
            hub.cancelFirstScans(1);
            scan(hub);
            List<String> known = resources(hub);
            server.behave();
            Fields undisturbed = scan(hub);
            int requests = server.heard().size();
            assertThat(known).contains("queue-11");

            for (int kill = 0; kill < KILLS; kill++) {
                server.behave();
                String id = start(hub);
                int moment = random.nextInt(requests);
                ScanningHub.until(() -> server.heard().size() >= moment || isOver(hub, id));
                hub.killAndServeAgain();
                Fields scan = awaited(hub, id);

                assertThat(scan.text("status"))
                        .as("killed at request %d", moment)
                        .isEqualTo("done");
                assertThat(parts(scan)).as("killed at request %d", moment).isEqualTo(parts(undisturbed));
                assertThat(resources(hub)).as("killed at request %d", moment).isEqualTo(known);
                assertThat(hub.told("changes"))
                        .as("killed at request %d", moment)
                        .isEmpty();
            }
        }
    }

    /** Who has the workspace keeps it, however long it stands still, and goes on as if nothing had been. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatStandsStillIsNotDoubled() throws IOException, InterruptedException {
        try (ScanningHub hub = ScanningHub.serve(folder, server.endpoint())) {
            hub.connect();
            hub.cancelFirstScans(1);
            Fields undisturbed = scan(hub);
            List<String> known = resources(hub);
            server.behave();
            String id = start(hub);
            ScanningHub.until(() -> server.heard().size() > 5);
            hub.freeze();
            Said other = hub.serveBeside();
            hub.thaw();

            assertThat(other.code()).isNotZero();
            assertThat(other.err()).contains("in use");
            assertThat(parts(awaited(hub, id))).isEqualTo(parts(undisturbed));
            assertThat(resources(hub)).isEqualTo(known);
            assertThat(hub.told("changes")).isEmpty();
        }
    }

    private static List<Long> parts(Fields scan) {
        Fields counts = scan.object("counts");
        return List.of(counts.whole("read"), counts.whole("failed"), counts.whole("open"), counts.whole("reading"));
    }

    private static List<String> resources(ScanningHub hub) {
        return hub.told("resources", "list", "--fields", "uid,name").stream()
                .map(row -> row.maybeText("name").orElseGet(() -> row.text("uid")))
                .sorted()
                .toList();
    }

    private static Fields scan(ScanningHub hub) {
        return awaited(hub, start(hub));
    }

    private static String start(ScanningHub hub) {
        return hub.told(SCAN).getFirst().text("scan_id");
    }

    private static boolean isOver(ScanningHub hub, String id) {
        return hub.told("scans", "show", id).getFirst().has("ended_at");
    }

    private static Fields awaited(ScanningHub hub, String id) {
        ScanningHub.until(() -> isOver(hub, id));
        return hub.told("scans", "show", id).getFirst();
    }
}
