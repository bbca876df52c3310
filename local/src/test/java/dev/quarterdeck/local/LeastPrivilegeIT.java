package dev.quarterdeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.testkit.Python;
import dev.quarterdeck.wire.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Users of an AWS that enforces policies: what the printed policy allows is enough for a scan, and no data can be read by it. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
class LeastPrivilegeIT {
    /** What moto 5.2.5 checks under a name that IAM does not have, and IAM's name, which the printed policy holds. */
    private static final Map<String, String> MISNAMED = Map.of(
            "tagging:GetResources", "tag:GetResources",
            "monitoring:DescribeAlarms", "cloudwatch:DescribeAlarms",
            "s3:GetPublicAccessBlock", "s3:GetAccountPublicAccessBlock");

    /** moto refuses in XML whatever the protocol: boto3 sees the status then, and no code. */
    private static final String REFUSED = ".* (AccessDenied|AccessDeniedException|403)";

    private static MotoServer moto;
    private static User auditor;
    private static User other;

    @TempDir
    private static Path home;

    private static final StringBuilder PRINTED = new StringBuilder();

    private record User(String keyId, String secret) {}

    @BeforeAll
    static void start() throws IOException {
        moto = MotoServer.start();
        assertThat(dataReads(new User("test", "test"), "plant")).allMatch(line -> line.endsWith(" allowed"));
        try (var planted = new Planted(moto.endpoint())) {
            auditor = user(planted, "auditor");
            other = user(planted, "other");
            planted.ask("iam", "PutUserPolicy", policy("auditor", "misnamed", allowing(MISNAMED.keySet())));
            for (Path file : policies()) {
                PRINTED.append(Files.readString(file));
                planted.ask(
                        "iam",
                        "PutUserPolicy",
                        policy("auditor", file.getFileName().toString(), Files.readString(file)));
            }
            planted.ask("iam", "PutUserPolicy", policy("other", "all", allowing(List.of("*"))));
        }
        moto.enforce();
    }

    @AfterAll
    static void stop() {
        moto.close();
    }

    private static User user(Planted planted, String name) {
        planted.ask("iam", "CreateUser", Map.of("UserName", name));
        Map<?, ?> answer = planted.asked("iam", "CreateAccessKey", Map.of("UserName", name));
        Map<?, ?> key = (Map<?, ?>) Objects.requireNonNull(answer.get("AccessKey"));
        return new User(String.valueOf(key.get("AccessKeyId")), String.valueOf(key.get("SecretAccessKey")));
    }

    private static Map<String, String> policy(String user, String name, String document) {
        return Map.of("UserName", user, "PolicyName", name, "PolicyDocument", document);
    }

    private static String allowing(Collection<String> actions) {
        return """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["%s"], "Resource": "*"}]}""".formatted(String.join("\", \"", actions));
    }

    /** As people make them: {@code quarterdeck iam-policy --out DIR}. */
    private static List<Path> policies() throws IOException {
        Path folder = home.resolve("policies");
        assertThat(new Cli(home)
                        .run("iam-policy", "--flavour", "exact", "--out", folder.toString())
                        .code())
                .isZero();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void theExactPolicyIsEnoughForAScanOfEverything() throws IOException {
        Said said = scan(auditor, home.resolve("facts"));

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readString(home.resolve("facts/coverage.ndjson")))
                .contains("\"status\":\"looked\"")
                .doesNotContain("\"denied\"");
        assertThat(Files.readString(home.resolve("facts/resources.ndjson")))
                .contains(
                        "AWS::S3::Bucket",
                        "AWS::SecretsManager::Secret",
                        "AWS::SSM::Parameter",
                        "AWS::DynamoDB::Table",
                        "AWS::SQS::Queue",
                        "AWS::Logs::LogGroup",
                        "AWS::SNS::Topic",
                        "AWS::KMS::Key",
                        "AWS::EC2::Volume");
    }

    @Test
    void noDataCanBeReadByIt() throws IOException {
        assertThat(dataReads(auditor, "read"))
                .hasSizeGreaterThan(10)
                .allSatisfy(line -> assertThat(line).matches(REFUSED));
    }

    /** moto 5.2.5 breaks down where it should refuse an object. */
    @Test
    void noActionInItReadsObjects() {
        assertThat(PRINTED.toString())
                .contains("s3:GetBucketPolicy")
                .doesNotContain("s3:GetObject\"", "s3:GetObjectVersion\"", "s3:*");
    }

    @Test
    void whatMotoMisnamesIsInItUnderItsRightName() {
        assertThat(PRINTED.toString()).contains(MISNAMED.values());
    }

    /** Else a refusal above would prove nothing. */
    @Test
    void whoMayDoEverythingReadsIt() throws IOException {
        assertThat(dataReads(other, "read")).noneMatch(line -> line.matches(REFUSED));
    }

    /** Else the scan above would prove nothing: each action that is left out is missed. */
    @Test
    void whatThePolicyDoesNotNameIsDeniedAndToldOf() throws IOException {
        try (var planted = new Planted(moto.endpoint(), auditor.keyId, auditor.secret)) {
            assertThat(planted.answer("iam", "CreateUser", Map.of("UserName", "intruder")))
                    .isInstanceOfSatisfying(
                            Answer.Denied.class,
                            denied -> assertThat(denied.action()).isEqualTo("iam:CreateUser"));
        }
    }

    private static Said scan(User user, Path out) {
        return new Cli(home)
                .with("AWS_ACCESS_KEY_ID", user.keyId)
                .with("AWS_SECRET_ACCESS_KEY", user.secret)
                .run(
                        "scan",
                        "--endpoint-url",
                        moto.endpoint().toString(),
                        "--regions",
                        "eu-west-1",
                        "--out",
                        out.toString());
    }

    private static List<String> dataReads(User user, String what) throws IOException {
        URI endpoint = moto.endpoint();
        Process process = new ProcessBuilder(
                        Python.executable().toString(),
                        "-c",
                        script(),
                        endpoint.toString(),
                        user.keyId,
                        user.secret,
                        what)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return process.inputReader(UTF_8).lines().toList();
    }

    private static String script() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(LeastPrivilegeIT.class.getResourceAsStream("data_reads.py"), "data_reads.py")) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
