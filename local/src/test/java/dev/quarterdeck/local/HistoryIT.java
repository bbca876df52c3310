package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.testkit.MotoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Scan after scan into a workspace, and what it then knows, as a person asks it. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class HistoryIT {
    private static final String ACCOUNT = "123456789012";
    private static MotoServer moto;

    @TempDir
    private Path home;

    private String key = "";

    @BeforeAll
    static void start() {
        moto = MotoServer.start();
    }

    @AfterAll
    static void stop() {
        moto.close();
    }

    @BeforeEach
    void plant() {
        moto.reset();
        planted(aws -> {
            aws.queue("orders");
            aws.ask("iam", "CreateUser", Map.of("UserName", "robot"));
            Map<?, ?> made = aws.asked("iam", "CreateAccessKey", Map.of("UserName", "robot"));
            key = String.valueOf(((Map<?, ?>) Objects.requireNonNull(made.get("AccessKey"))).get("AccessKeyId"));
        });
        assertThat(run("accounts", "list").code()).isZero(); // makes the workspace
    }

    private interface Deed {
        void on(Planted aws);
    }

    private static void planted(Deed deed) {
        try (var aws = new Planted(moto.endpoint())) {
            deed.on(aws);
        }
    }

    private Said run(String... words) {
        return new Cli(home)
                .with("AWS_ACCESS_KEY_ID", "test")
                .with("AWS_SECRET_ACCESS_KEY", "test")
                .with("AWS_ENDPOINT_URL", moto.endpoint().toString())
                .run(words);
    }

    private Said scan(String... more) {
        return run(Stream.concat(
                        Stream.of("scan", "--regions", "eu-west-1", "--types", "sqs,sns:topic,AWS::IAM::AccessKey"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private List<Fields> told(String... words) {
        return run(Stream.concat(Stream.of(words), Stream.of("--output", "ndjson"))
                        .toArray(String[]::new))
                .out()
                .lines()
                .map(line -> Fields.of((Json.Obj) Json.parse(line)))
                .toList();
    }

    private List<String> changes() {
        return told("changes").stream()
                .map(change -> change.text("kind") + " " + change.text("name"))
                .sorted()
                .toList();
    }

    @Test
    void theAccountJoinsAndIsKnown() {
        Said said = scan();

        assertThat(said.out()).as(said.err()).contains("Kept in the workspace, with no change");

        assertThat(told("accounts", "list"))
                .extracting(account -> account.text("account_id"))
                .containsExactly(ACCOUNT);
        assertThat(told("find", "orders")).extracting(row -> row.text("name")).containsExactly("orders");
        assertThat(changes()).isEmpty();
        assertThat(told("coverage"))
                .extracting(area -> area.text("type") + " " + area.text("status") + " " + area.whole("count"))
                .containsExactlyInAnyOrder(
                        "AWS::SQS::Queue looked 1", "AWS::SNS::Topic looked 0", "AWS::IAM::AccessKey looked 1");
    }

    @Test
    void whatBecameOfResourcesIsToldAndCanBeLookedBackTo() {
        scan();
        planted(aws -> {
            aws.ask(
                    "sqs",
                    "SetQueueAttributes",
                    Map.of("QueueUrl", url("orders"), "Attributes", Map.of("DelaySeconds", "30")));
            delete(aws);
            aws.queue("bills");
        });
        scan();
        String between = Instant.now().toString();

        assertThat(changes()).containsExactly("changed orders", "created bills");
        Fields changed = told("changes", "--kind", "changed").getFirst();
        assertThat(changed.objects("fields").getFirst().text("path")).contains("DelaySeconds");
        assertThat(told("find", key)).hasSize(1);

        assertThat(scan().out()).contains("with 1 change since the scan before");

        assertThat(changes()).containsExactly("changed orders", "created bills", "deleted " + key);
        assertThat(told("find", key)).isEmpty();
        assertThat(run("find", key).out()).contains("Nothing answers to '%s' in all that is known".formatted(key));
        assertThat(told("find", key, "--at", between)).hasSize(1);
    }

    @Test
    void oneResourceHasItsOwnStory() {
        scan();
        planted(aws -> aws.ask(
                "sqs",
                "SetQueueAttributes",
                Map.of("QueueUrl", url("orders"), "Attributes", Map.of("DelaySeconds", "30"))));
        scan();
        String uid = told("find", "orders").getFirst().text("uid");

        assertThat(told("changes", uid))
                .extracting(change -> change.text("kind"))
                .containsExactly("changed");
        assertThat(run("changes", "r1" + "a".repeat(26)).code()).isEqualTo(ExitCode.USAGE.number());
        assertThat(run("changes", uid, "--kind", "changed").err()).contains("is one resource");
    }

    /** The process that serves has the workspace to itself: a scan beside it hands in what it saw. */
    @Test
    void aScanBesideAServedHubIsKeptToo() throws IOException {
        try (ServedProcess _ = ServedProcess.start(new Launch(home), new Home(home.resolve(".quarterdeck")))) {
            assertThat(scan().out()).contains("Kept in the workspace, with no change");
            planted(aws -> aws.queue("bills"));
            assertThat(scan().out()).contains("Kept in the workspace, with 1 change");

            assertThat(changes()).containsExactly("created bills");
            assertThat(told("find", "orders")).hasSize(1);
        }

        assertThat(changes()).containsExactly("created bills");
    }

    @Test
    void whatWasNotLookedAtIsNotGone() {
        scan();
        planted(this::delete);

        run("scan", "--regions", "eu-west-1", "--types", "sns:topic");
        run("scan", "--regions", "eu-west-1", "--types", "sns:topic");

        assertThat(changes()).isEmpty();
        assertThat(told("find", key)).hasSize(1);
    }

    /** Nothing is told that is not so, everything says why, and the next scan sets it right. */
    @Test
    void whatIsDamagedOnTheDiskIsSaidAndMendedByTheNextScan() throws IOException {
        scan();
        String uid = told("find", "orders").getFirst().text("uid");
        planted(aws -> aws.queue("bills"));
        scan();
        spoil("rows"); // of the first look, and of what they became
        spoil("base");
        spoil("changes");

        Fields area = told("coverage").getFirst();
        assertThat(area.text("status")).isEqualTo("failed");
        assertThat(area.text("reason")).contains(ACCOUNT, "base.ndjson.zst' is damaged");
        assertThat(run("find", "orders").out()).contains("1 area");
        assertThat(run("changes", uid).err()).contains("is damaged");
        Said changes = run("changes");
        assertThat(changes.code()).isEqualTo(ExitCode.GAPS.number());
        assertThat(changes.err()).contains("of account " + ACCOUNT + " found changed is damaged");

        assertThat(scan().out()).contains("Kept in the workspace, with no change");

        assertThat(told("find", "bills")).hasSize(1);
        assertThat(told("coverage")).extracting(row -> row.text("status")).containsOnly("looked");
    }

    /** Cuts off the end of every object of this kind. */
    private void spoil(String kind) throws IOException {
        try (Stream<Path> files = Files.walk(new Home(home.resolve(".quarterdeck")).objects())) {
            for (Path file :
                    files.filter(path -> path.endsWith(kind + ".ndjson.zst")).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
    }

    private void delete(Planted aws) {
        aws.ask("iam", "DeleteAccessKey", Map.of("UserName", "robot", "AccessKeyId", key));
    }

    private static String url(String queue) {
        return moto.endpoint() + "/" + ACCOUNT + "/" + queue;
    }
}
