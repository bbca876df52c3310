package dev.quarterdeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.facts.JsonText;
import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.testkit.faults.Fault;
import dev.quarterdeck.testkit.faults.FaultServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own can show: exit codes, streams, signals. */
class ProcessIT {
    @TempDir
    private Path home;

    @Test
    void helpComesOnStandardOutputAndEndsWithZero() throws Exception {
        assertThat(new Launch(home).run("--help")).satisfies(said -> {
            assertThat(said.code()).isZero();
            assertThat(said.out()).contains("Usage: quarterdeck");
            assertThat(said.err()).isEmpty();
        });
    }

    @Test
    void aMistakeIsOneLineOnStandardErrorAndEndsWithTwo() throws Exception {
        assertThat(new Launch(home).run("scan", "--rate", "fast"))
                .isEqualTo(new Said(
                        2, "", "quarterdeck: --rate: 'fast' is not a percentage: give a whole number from 1 to 100\n"));
    }

    @Test
    void noCredentialsEndWithFour() throws Exception {
        assertThat(new Launch(home).run("scan").code()).isEqualTo(4);
    }

    @Test
    void aFolderWithoutPermissionIsRefused() throws Exception {
        Path locked = Files.createDirectory(home.resolve("locked"));
        assumeTrue(locked.toFile().setWritable(false) && !Files.isWritable(locked), "this user may write everywhere");

        assertThat(new Launch(home)
                        .run("scan", "--out", locked.resolve("facts").toString())
                        .err())
                .contains("(permission denied): choose another with --out");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @EnabledIf("dev.quarterdeck.testkit.Python#isThere")
    void anInterruptKeepsWhatWasReadAndEndsWith130() throws Exception {
        try (var moto = MotoServer.start();
                var before = FaultServer.before(moto.endpoint());
                var planted = new Planted(moto.endpoint())) {
            planted.ask("sns", "CreateTopic", Map.of("Name", "news"));
            before.fail(asked -> asked.isFor("sqs", "ListQueues"), Fault.silence());
            Path facts = home.resolve("facts");
            Process process = new Launch(home)
                    .with("AWS_ENDPOINT_URL", before.endpoint().toString())
                    .with("AWS_ACCESS_KEY_ID", "test")
                    .with("AWS_SECRET_ACCESS_KEY", "test")
                    .start(
                            "scan",
                            "--types",
                            "sqs,sns:topic",
                            "--regions",
                            "eu-west-1",
                            "--output",
                            "ndjson",
                            "--out",
                            facts.toString());
            // the first row says that the scan is under way; queues never come
            assertThat(process.inputReader().readLine()).contains("\"news\"");

            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(process.waitFor(Launch.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(process.exitValue()).isEqualTo(130);
            assertThat(Files.readString(facts.resolve("resources.ndjson"))).hasLineCount(1);
            assertThat(JsonText.object(Files.readString(facts.resolve("run.json")))
                            .get("status"))
                    .contains(Json.of("interrupted"));
            assertThat(new String(process.getErrorStream().readAllBytes(), UTF_8))
                    .contains("Stopped. Until then: 1 resource in 1 account");
        }
    }
}
