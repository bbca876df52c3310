package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.platform.local.Home;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A hub served by a process of its own, with one account of an emulator, asked as a person asks it. */
final class ScanningHub implements AutoCloseable {
    static final String ACCOUNT = "123456789012";
    static final String OTHER = "222222222222";
    static final String KEY = "test";

    private final Path folder;
    private final URI aws;
    private ServedProcess served;

    private ScanningHub(Path folder, URI aws) throws IOException {
        this.folder = folder;
        this.aws = aws;
        this.served = start();
    }

    static ScanningHub serve(Path folder, URI aws) throws IOException {
        Files.createDirectories(folder.resolve(".aws"));
        Files.writeString(
                folder.resolve(".aws/credentials"),
                "[default]\naws_access_key_id = %s\naws_secret_access_key = test\n".formatted(KEY));
        Files.writeString(folder.resolve(".aws/config"), """
                [profile other]
                role_arn = arn:aws:iam::%s:role/Audit
                source_profile = default
                """.formatted(OTHER));
        return new ScanningHub(folder, aws);
    }

    private ServedProcess start() throws IOException {
        return ServedProcess.start(
                new Launch(folder).with("AWS_ENDPOINT_URL", aws.toString()), new Home(folder.resolve(".quarterdeck")));
    }

    /** As if the power failed, and came back. */
    void killAndServeAgain() throws IOException {
        served.close();
        served = start();
    }

    /** The whole process stands still, and is none the wiser. */
    void freeze() throws IOException, InterruptedException {
        served.signal("-STOP");
    }

    void thaw() throws IOException, InterruptedException {
        served.signal("-CONT");
    }

    /** What a second process says that is to serve the same workspace. */
    Said serveBeside() throws IOException, InterruptedException {
        return new Launch(folder)
                .with("QUARTERDECK_HOME", folder.resolve(".quarterdeck").toString())
                .run("serve", "--port", "0");
    }

    HubClient console() throws IOException {
        return served.console();
    }

    Said run(String... words) {
        return new Cli(folder).run(words);
    }

    List<Fields> told(String... words) {
        return run(Stream.concat(Stream.of(words), Stream.of("--output", "ndjson"))
                        .toArray(String[]::new))
                .out()
                .lines()
                .map(line -> Fields.of((Json.Obj) Json.parse(line)))
                .toList();
    }

    void connect() {
        connect(ACCOUNT, "prod", "default");
    }

    private void connect(String account, String name, String profile) {
        assertThat(run("accounts", "connect", "--account", account, "--name", name, "--profile", profile)
                        .err())
                .isEmpty();
        run("accounts", "validate", name);
    }

    /** An account that is entered by a role, and so by sessions of its own. */
    void connectOther() {
        connect(OTHER, "other", "other");
    }

    /** The first scans look at everything everywhere: a test that wants little starts its own. */
    void cancelFirstScans(int accounts) {
        until(() -> told("scans", "list").size() == accounts);
        told("scans", "list").forEach(scan -> run("scans", "cancel", scan.text("scan_id")));
        until(() -> told("scans", "list").stream().allMatch(scan -> scan.has("ended_at")));
    }

    /** With the scan that comes of it. */
    void connectAndAwait() {
        connect();
        until(() -> told("scans", "list").stream()
                .anyMatch(scan -> scan.text("status").equals("done")));
    }

    static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Launch.PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it comes to that").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Override
    public void close() {
        served.close();
    }
}
