package dev.quarterdeck.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.facts.JsonText;
import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.testkit.faults.Fault;
import dev.quarterdeck.testkit.faults.FaultServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Scans of an emulator, as a person runs them. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class ScanIT {
    private static final String ACCOUNT = "123456789012";
    private static MotoServer moto;

    @TempDir
    private Path home;

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
        try (var planted = new Planted(moto.endpoint())) {
            planted.queue("orders");
            planted.queue("mails");
            planted.ask("sns", "CreateTopic", Map.of("Name", "news"));
        }
    }

    @Test
    void tellsWhatItFoundAndWritesWhatItTells() throws IOException {
        Said said = scan("--types", "sqs,sns:topic,lambda", "--out", facts().toString());

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("3 resources in 1 account, read in ")
                .contains("sqs              2      2 ", "Facts are in " + facts());
        assertThat(said.err()).isEmpty();
        for (String file : List.of("resources", "edges", "coverage")) {
            assertThat(new Schema(file).faults(read(file + ".ndjson"))).isEmpty();
        }
        assertThat(new Schema("run").faults(read("run.json"))).isEmpty();
        assertThat(read("resources.ndjson").lines()).hasSize(3);
        assertThat(JsonText.object(read("run.json")).get("resources")).contains(Json.of(3));
    }

    @Test
    void theSchemasRefuseWhatIsNotAsTheySay() throws IOException {
        assertThat(new Schema("edges").faults("{\"from_uid\": \"x\"}")).isNotEmpty();
        assertThat(new Schema("run").faults("{\"format\": 2}")).isNotEmpty();
    }

    @Test
    void streamsALineForEachResource() throws IOException {
        Said said = scan("--types", "sqs", "--output", "ndjson");

        assertThat(said.out().lines()).hasSize(2);
        assertThat(new Schema("resources").faults(said.out())).isEmpty();
        assertThat(said.err()).startsWith("2 resources in 1 account");
    }

    @Test
    void printsOneListOfJson() throws IOException {
        assertThat(JsonText.parse(scan("--types", "sqs", "--output", "json").out()))
                .isInstanceOfSatisfying(
                        Json.Arr.class, list -> assertThat(list.items()).hasSize(2));
        assertThat(scan("--types", "dynamodb", "--output", "json").out()).isEqualTo("[]\n");
    }

    @Test
    void comparesWithAnEarlierScanFieldByField() {
        scan("--types", "sqs", "--out", facts().toString());
        try (var planted = new Planted(moto.endpoint())) {
            planted.ask(
                    "sqs",
                    "SetQueueAttributes",
                    Map.of(
                            "QueueUrl",
                            moto.endpoint() + "/" + ACCOUNT + "/orders",
                            "Attributes",
                            Map.of("DelaySeconds", "30")));
            planted.queue("bills");
        }

        assertThat(scan("--types", "sqs", "--compare", facts().toString()).out())
                .contains("""
                        Changes since %s  1 added, 1 changed, 0 re-made, 0 removed
                          + AWS::SQS::Queue  bills  123456789012 eu-west-1
                          ~ AWS::SQS::Queue  orders  123456789012 eu-west-1
                              Attributes.DelaySeconds: "0" → "30"
                        """.formatted(facts()));
    }

    @Test
    void tellsWhatIsGone() {
        scan("--types", "sqs,sns:topic", "--out", facts().toString());
        moto.reset();

        assertThat(scan("--types", "sqs,sns:topic", "--compare", facts().toString())
                        .out())
                .contains("""
                        Changes since %s  0 added, 0 changed, 0 re-made, 3 removed
                          - AWS::SNS::Topic  news  123456789012 eu-west-1
                          - AWS::SQS::Queue  mails  123456789012 eu-west-1
                          - AWS::SQS::Queue  orders  123456789012 eu-west-1
                        """.formatted(facts()));
    }

    @Test
    void whatWasNotLookedAtWasNotRemoved() {
        scan("--types", "sqs,sns:topic", "--out", facts().toString());

        assertThat(scan("--types", "sqs", "--compare", facts().toString()).out())
                .contains(
                        "0 added, 0 changed, 0 re-made, 0 removed",
                        "1 resource is known from then: nobody looked for them this time (AWS::SNS::Topic in 123456789012 eu-west-1)");
    }

    @Test
    void aDeniedCallIsAGapWithTheActionThatIsMissing() {
        try (var before = FaultServer.before(moto.endpoint())) {
            before.fail(
                    asked -> asked.isFor("sqs", "ListQueues"),
                    Fault.error(403, "AccessDenied", "User is not authorized to perform: sqs:ListQueues"));

            Said lenient = cli().run(
                            "scan",
                            "--endpoint-url",
                            before.endpoint().toString(),
                            "--regions",
                            "eu-west-1",
                            "--types",
                            "sqs,sns:topic");
            Said strict = cli().run(
                            "scan",
                            "--endpoint-url",
                            before.endpoint().toString(),
                            "--regions",
                            "eu-west-1",
                            "--types",
                            "sqs,sns:topic",
                            "--fail-on-gaps");

            assertThat(lenient.code()).isZero();
            assertThat(lenient.out())
                    .contains(
                            "Coverage  1 of 2 areas (account × region × type) were read, 1 gap",
                            "denied  sqs:ListQueues is missing  1 area  AWS::SQS::Queue · eu-west-1 · 123456789012");
            assertThat(strict.code()).isEqualTo(3);
        }
    }

    @Test
    void nothingReadableEndsWithFour() {
        try (var before = FaultServer.before(moto.endpoint())) {
            before.fail(asked -> asked.isFor("sqs", "ListQueues"), Fault.error(403, "AccessDenied", "no"));

            assertThat(cli().run(
                                    "scan",
                                    "--endpoint-url",
                                    before.endpoint().toString(),
                                    "--regions",
                                    "eu-west-1",
                                    "--types",
                                    "sqs")
                            .code())
                    .isEqualTo(4);
        }
    }

    @Test
    void anUnknownKeyIsTold() {
        try (var before = FaultServer.before(moto.endpoint())) {
            before.fail(
                    asked -> asked.isFor("sts", "GetCallerIdentity"),
                    Fault.error(403, "InvalidClientTokenId", "The security token included in the request is invalid."));

            assertThat(cli().run("scan", "--endpoint-url", before.endpoint().toString()))
                    .isEqualTo(
                            new Said(
                                    4,
                                    "",
                                    "quarterdeck: AWS does not know the access key of environment variables: it was deleted, disabled, or belongs to another partition; renew AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN\n"));
        }
    }

    @Test
    void aStoppedScanTellsAndWritesWhatItHas() throws IOException {
        Said said = cli().with(stop -> {
                    stop.run();
                    return () -> {};
                })
                .run(
                        "scan",
                        "--endpoint-url",
                        moto.endpoint().toString(),
                        "--regions",
                        "eu-west-1",
                        "--out",
                        facts().toString());

        assertThat(said.code()).isEqualTo(130);
        assertThat(said.out()).startsWith("Stopped. Until then: ");
        assertThat(JsonText.object(read("run.json")).get("status")).contains(Json.of("interrupted"));
        assertThat(new Schema("run").faults(read("run.json"))).isEmpty();
    }

    @Test
    void aProfileMayAssumeARoleThroughTheSameEndpoint() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
                [profile base]
                aws_access_key_id = test
                aws_secret_access_key = test
                [profile other]
                role_arn = arn:aws:iam::111122223333:role/Audit
                source_profile = base
                """);
        try (var planted = new Planted(moto.endpoint())) {
            planted.ask("sts", "GetCallerIdentity", Map.of());
        }

        Said said = new Cli(home)
                .run(
                        "scan",
                        "--profile",
                        "other",
                        "--profile",
                        "base",
                        "--endpoint-url",
                        moto.endpoint().toString(),
                        "--regions",
                        "eu-west-1",
                        "--types",
                        "sqs",
                        "--out",
                        facts().toString());

        assertThat(said.code()).isZero();
        assertThat(read("coverage.ndjson"))
                .contains("\"account_id\":\"111122223333\"", "\"account_id\":\"123456789012\"");
        assertThat(said.out()).startsWith("2 resources in 2 accounts");
    }

    @Test
    void findsWhatItWrote() {
        scan("--types", "sqs", "--out", facts().toString());

        Said said = cli().run("find", "ORDERS", "--in", facts().toString());

        assertThat(said.out())
                .startsWith("AWS::SQS::Queue  orders")
                .contains("account    123456789012", "1 resource for 'ORDERS' in the scan of ");
        assertThat(cli().run("find", "atlantis", "--in", facts().toString()).out())
                .startsWith("Nothing answers to 'atlantis' in the scan of ");
    }

    @Test
    void thePlanCountsListsBeforeAnythingIsAsked() {
        Said said = cli().run(
                        "scan",
                        "--plan",
                        "--types",
                        "sqs,sns:topic",
                        "--regions",
                        "eu-west-1,us-east-1",
                        "--endpoint-url",
                        "http://127.0.0.1:9");

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("Nothing was asked. A scan of 1 account in 2 regions would ask:")
                .containsPattern("sqs +2 ")
                .containsPattern("sns +2 ");
    }

    /** Lists and openings to the call: through a role behind a profile, in two regions. */
    @Test
    void thePlanCountsWhatAScanThenAsks() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
                [profile base]
                aws_access_key_id = test
                aws_secret_access_key = test
                [profile hub]
                role_arn = arn:aws:iam::111122223333:role/Hub
                source_profile = base
                """);
        String[] words = {
            "scan",
            "--profile",
            "hub",
            "--role-arn",
            "arn:aws:iam::444455556666:role/One",
            "--role-arn",
            "arn:aws:iam::777788889999:role/Two",
            "--types",
            "sqs,sns:topic,ec2:vpc,iam:group,dynamodb",
            "--regions",
            "eu-west-1,us-east-1",
            "--endpoint-url",
            moto.endpoint().toString()
        };
        var planned = new TreeMap<String, Long>();
        for (String line : new Cli(home)
                .run(with(words, "--plan", "--output", "ndjson"))
                .out()
                .lines()
                .toList()) {
            Json.Obj row = JsonText.object(line);
            if (row.get("what").filter(ScanIT::isCertain).isPresent()) {
                planned.merge(call(row), count(row), Long::sum);
            }
        }

        assertThat(new Cli(home).run(with(words, "--out", facts().toString())).code())
                .isZero();

        var asked = new TreeMap<String, Long>();
        if (JsonText.object(read("run.json")).get("calls").orElseThrow() instanceof Json.Arr(var calls)) {
            calls.forEach(call -> asked.put(call((Json.Obj) call), count((Json.Obj) call)));
        }
        asked.keySet().retainAll(planned.keySet());
        assertThat(planned)
                .containsEntry("sts AssumeRole", 3L)
                .containsEntry("sts GetCallerIdentity", 3L)
                .containsEntry("sqs ListQueues", 4L)
                .isEqualTo(asked);
    }

    private static boolean isCertain(Json what) {
        return what.equals(Json.of("list")) || what.equals(Json.of("opening"));
    }

    private static String call(Json.Obj row) {
        return "%s %s".formatted(plain(row, "service"), plain(row, "operation"));
    }

    private static String plain(Json.Obj row, String member) {
        return row.get(member).orElseThrow() instanceof Json.Str(var text) ? text : "";
    }

    private static long count(Json.Obj row) {
        return row.get("calls").orElseThrow() instanceof Json.Num(var number) ? number.longValue() : -1;
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void thePlanKnowsWhatAnEarlierScanCounted() {
        scan("--types", "sqs", "--out", facts().toString());

        assertThat(cli().run(
                                "scan",
                                "--plan",
                                "--types",
                                "sqs",
                                "--regions",
                                "eu-west-1",
                                "--compare",
                                facts().toString())
                        .out())
                .contains("counted with the 2 resources that an earlier scan found")
                .doesNotContain("More for each resource found");
    }

    @Test
    void theDoctorFindsAHealthyEmulator() {
        Said said = cli().run("doctor", "--endpoint-url", moto.endpoint().toString());

        assertThat(said.out())
                .contains(
                        "ok   Java",
                        "ok   Key",
                        "ok   Clock",
                        "ok   Credentials  environment variables: arn:aws:sts::123456789012:")
                .doesNotContain("BAD");
        assertThat(said.code()).isZero();
    }

    @Test
    void theDoctorNamesTheCommandThatSignsInAgain() throws IOException {
        Files.createDirectories(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), """
                [profile prod]
                sso_session = acme
                sso_account_id = 111122223333
                sso_role_name = Audit
                region = eu-west-1
                [sso-session acme]
                sso_region = eu-west-1
                sso_start_url = https://acme.awsapps.com/start
                """);

        Said said = new Cli(home)
                .run(
                        "doctor",
                        "--profile",
                        "prod",
                        "--endpoint-url",
                        moto.endpoint().toString());

        assertThat(said.out())
                .contains(
                        "BAD  Credentials  profile prod is not signed in, or its session has expired: run 'aws sso login --profile prod'");
        assertThat(said.code()).isEqualTo(4);
    }

    private Cli cli() {
        return new Cli(home).with("AWS_ACCESS_KEY_ID", "test").with("AWS_SECRET_ACCESS_KEY", "test");
    }

    private Said scan(String... more) {
        var args = new ArrayList<>(
                List.of("scan", "--endpoint-url", moto.endpoint().toString(), "--regions", "eu-west-1"));
        args.addAll(List.of(more));
        return cli().run(args.toArray(String[]::new));
    }

    private Path facts() {
        return home.resolve("facts");
    }

    private String read(String file) throws IOException {
        return Files.readString(facts().resolve(file));
    }
}
