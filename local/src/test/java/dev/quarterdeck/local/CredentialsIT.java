package dev.quarterdeck.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.quarterdeck.testkit.MotoServer;
import dev.quarterdeck.testkit.faults.Asked;
import dev.quarterdeck.testkit.faults.Fault;
import dev.quarterdeck.testkit.faults.FaultServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Every way to credentials that can be walked on one machine, to the first answer of an emulated AWS. */
@EnabledIf("dev.quarterdeck.testkit.Python#isThere")
@DisabledOnOs(OS.WINDOWS)
class CredentialsIT {
    private static final String ROLE = "arn:aws:iam::111122223333:role/Audit";
    private static MotoServer moto;
    private static FaultServer aws;

    @TempDir
    private Path home;

    private final String inAnHour = Instant.now().plus(Duration.ofHours(1)).toString();
    private HttpServer vendor;

    @BeforeAll
    static void start() {
        moto = MotoServer.start();
        aws = FaultServer.before(moto.endpoint());
    }

    @AfterAll
    static void stop() {
        aws.close();
        moto.close();
    }

    @BeforeEach
    void open() throws IOException {
        aws.behave();
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        vendor.start();
    }

    @AfterEach
    void close() {
        vendor.stop(0);
    }

    @Test
    void aContainersOwn() throws Exception {
        vend("/own", "Authorization", "container token", keys("CONTAINER"));

        Said said = doctor(launch().with("AWS_CONTAINER_CREDENTIALS_FULL_URI", url("/own"))
                .with("AWS_CONTAINER_AUTHORIZATION_TOKEN", "container token"));

        assertThat(said.out()).contains("ok   Credentials  container: arn:aws:");
        assertThat(keysHeard()).containsExactly("ASIACONTAINER");
    }

    @Test
    void aPodsIdentity() throws Exception {
        vend("/v1/credentials", "Authorization", "pod token", keys("POD"));
        Path token = Files.writeString(home.resolve("token"), "pod token");

        Said said = doctor(launch().with("AWS_CONTAINER_CREDENTIALS_FULL_URI", url("/v1/credentials"))
                .with("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", token.toString()));

        assertThat(said.out()).contains("ok   Credentials  container: arn:aws:");
        assertThat(keysHeard()).containsExactly("ASIAPOD");
    }

    @Test
    void aContainerThatIsRefusedIsToldSo() throws Exception {
        vend("/own", "Authorization", "the right token", keys("CONTAINER"));

        Said said = doctor(launch().with("AWS_CONTAINER_CREDENTIALS_FULL_URI", url("/own"))
                .with("AWS_CONTAINER_AUTHORIZATION_TOKEN", "another"));

        assertThat(said.code()).isEqualTo(4);
        assertThat(said.out()).contains("BAD  Credentials  container gives no credentials");
        assertThat(keysHeard()).isEmpty();
    }

    @Test
    void anInstancesRole() throws Exception {
        String roles = "/latest/meta-data/iam/security-credentials/";
        vendor.createContext("/latest/api/token", exchange -> answer(exchange, 200, "session"));
        vendor.createContext(
                "/latest/meta-data/iam/security-credentials-extended", exchange -> answer(exchange, 404, ""));
        vend(roles + "audit", "X-aws-ec2-metadata-token", "session", keys("INSTANCE"));
        vend(roles, "X-aws-ec2-metadata-token", "session", "audit");

        Said said = doctor(
                launch().with("AWS_EC2_METADATA_DISABLED", "false").with("AWS_EC2_METADATA_SERVICE_ENDPOINT", url("")));

        assertThat(said.out()).contains("ok   Credentials  instance role: arn:aws:");
        assertThat(keysHeard()).containsExactly("ASIAINSTANCE");
    }

    @Test
    void aWebIdentityOfTheEnvironment() throws Exception {
        Path token = Files.writeString(home.resolve("token"), "a.web.token\n");

        Said said = doctor(launch().with("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString())
                .with("AWS_ROLE_ARN", ROLE)
                .with("AWS_ROLE_SESSION_NAME", "pod-7"));

        assertThat(said.out())
                .contains("ok   Credentials  web identity: arn:aws:sts::111122223333:assumed-role/Audit/pod-7");
        assertThat(webIdentity().head()).as("is not signed").doesNotContain("Authorization");
        assertThat(webIdentity().body()).contains("WebIdentityToken=a.web.token");
    }

    @Test
    void aWebIdentityOfAProfile() throws Exception {
        Path token = Files.writeString(home.resolve("token"), "a.web.token");
        profile("web", "role_arn = " + ROLE + "\nweb_identity_token_file = " + token);

        assertThat(doctor(launch(), "--profile", "web").out())
                .contains(
                        "ok   Credentials  profile web: arn:aws:sts::111122223333:assumed-role/Audit/quarterdeck-scan");
        assertThat(webIdentity().body()).contains("WebIdentityToken=a.web.token");
    }

    @Test
    void aWebIdentityWithoutItsTokenIsToldSo() throws Exception {
        profile("web", "role_arn = " + ROLE + "\nweb_identity_token_file = /nowhere/token");

        assertThat(doctor(launch(), "--profile", "web").out())
                .contains("the web identity token '/nowhere/token' cannot be read");
    }

    @Test
    void aProcess() throws Exception {
        profile("helped", "credential_process = " + program("echo '%s'".formatted(keys("PROCESS"))));

        assertThat(doctor(launch(), "--profile", "helped").out())
                .contains("ok   Credentials  profile helped: arn:aws:");
        assertThat(keysHeard()).containsExactly("ASIAPROCESS");
    }

    @Test
    void aSignInOfTheBrowser() throws Exception {
        signIn(inAnHour);
        vend("/federation/credentials", "x-amz-sso_bearer_token", "browser token", """
                {"roleCredentials": {"accessKeyId": "ASIASSO", "secretAccessKey": "secret", "sessionToken": "token",
                 "expiration": %d}}""".formatted(
                        Instant.parse(inAnHour).toEpochMilli()));

        Said said = doctor(launch().with("AWS_ENDPOINT_URL_SSO", url("")), "--profile", "prod");

        assertThat(said.out()).contains("ok   Credentials  profile prod: arn:aws:");
        assertThat(keysHeard()).containsExactly("ASIASSO");
    }

    @Test
    void aSignInThatIsOverNamesTheCommandThatRenewsIt() throws Exception {
        signIn(Instant.now().minus(Duration.ofHours(1)).toString());
        profile("behind", "role_arn = " + ROLE + "\nsource_profile = prod");

        for (String profile : new String[] {"prod", "behind"}) {
            Said said = doctor(launch().with("AWS_ENDPOINT_URL_SSO", url("")), "--profile", profile);

            assertThat(said.code()).isEqualTo(4);
            assertThat(said.out())
                    .contains(
                            "BAD  Credentials  profile %s is not signed in, or its session has expired: run 'aws sso login --profile prod'"
                                    .formatted(profile));
        }
    }

    @Test
    void aRoleByWayOfAnotherRoleAndAProcess() throws Exception {
        profile("helped", "credential_process = " + program("echo '%s'".formatted(keys("PROCESS"))));
        profile("between", "role_arn = arn:aws:iam::444455556666:role/Hub\nsource_profile = helped");
        profile("far", "role_arn = " + ROLE + "\nsource_profile = between");

        assertThat(doctor(launch(), "--profile", "far").out())
                .contains(
                        "ok   Credentials  profile far: arn:aws:sts::111122223333:assumed-role/Audit/quarterdeck-scan");
        assertThat(aws.heard().stream().filter(asked -> asked.isFor("sts", "AssumeRole")))
                .extracting(asked -> asked.keyId().equals("ASIAPROCESS"))
                .containsExactly(true, false);
    }

    /** The process gives another key each time; the first is worth nothing after some requests. */
    @Test
    void aProcessIsAskedAgainWhenItsKeysExpireInTheMiddle() throws Exception {
        profile("helped", "credential_process = " + program("""
                echo x >> "$0.count"
                n=$(wc -l < "$0.count" | tr -d ' ')
                echo '%s' | sed "s/ASIANUMBER/ASIANUMBER$n/"
                """.formatted(keys("NUMBER"))));
        expire("ASIANUMBER1", 6);

        Said said = scan("helped");

        assertThat(said.out()).contains("were read, no gaps");
        assertThat(keysHeard()).containsExactlyInAnyOrder("ASIANUMBER1", "ASIANUMBER2");
    }

    @Test
    void keysThatExpireForGoodLeaveGapsThatSaySo() throws Exception {
        profile("fixed", "aws_access_key_id = AKIAFIXED\naws_secret_access_key = secret");
        expire("AKIAFIXED", 6);

        Said said = scan("fixed");

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.out()).contains("ExpiredToken", "The security token included in the request is expired");
    }

    /** The environment's for one service, then its general one, then the profile's for one service, then its general one. */
    @Test
    void endpointsAreThoseThatAwsToolsWouldTake() throws Exception {
        String aws = CredentialsIT.aws.endpoint().toString();
        profile("placed", """
                aws_access_key_id = AKIAPLACED
                aws_secret_access_key = secret
                endpoint_url = http://127.0.0.1:9
                services = near
                [services near]
                sts =
                  endpoint_url = %s
                ec2 =
                  endpoint_url = %s""".formatted(aws, aws));

        assertThat(launch().run("doctor", "--profile", "placed").out())
                .contains("ok   Credentials  profile placed: arn:");
        assertThat(launch().with("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
                        .run("doctor", "--profile", "placed")
                        .out())
                .contains("http://127.0.0.1:9 cannot be reached");
        assertThat(launch().with("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
                        .with("AWS_ENDPOINT_URL_STS", aws)
                        .run("doctor", "--profile", "placed")
                        .out())
                .contains("ok   Credentials  profile placed: arn:");
        assertThat(keysHeard()).containsExactly("AKIAPLACED");
    }

    @Test
    void anEndpointThatIsNoneIsRefusedByItsName() throws Exception {
        profile("placed", "aws_access_key_id = AKIA\naws_secret_access_key = secret\nendpoint_url = nowhere");

        assertThat(new Cli(home).run("scan", "--profile", "placed"))
                .isEqualTo(
                        new Said(
                                2,
                                "",
                                "quarterdeck: endpoint_url of profile 'placed': 'nowhere' is not an http or https URL: give one like http://127.0.0.1:5555\n"));
        assertThat(new Cli(home)
                        .with("AWS_ENDPOINT_URL_AUTO_SCALING", "ftp://x")
                        .run("scan")
                        .err())
                .contains("AWS_ENDPOINT_URL_AUTO_SCALING: 'ftp://x' is not an http or https URL");
    }

    private Said scan(String profile) {
        return new Cli(home)
                .run(
                        "scan",
                        "--profile",
                        profile,
                        "--endpoint-url",
                        aws.endpoint().toString(),
                        "--regions",
                        "eu-west-1",
                        "--types",
                        "sqs,sns,dynamodb,lambda,kms",
                        "--fail-on-gaps");
    }

    private static void expire(String keyId, int after) {
        var asked = new AtomicInteger();
        aws.fail(
                request -> request.keyId().equals(keyId) && asked.incrementAndGet() > after,
                Fault.error(400, "ExpiredTokenException", "The security token included in the request is expired"));
    }

    private Launch launch() {
        return new Launch(home);
    }

    private static Said doctor(Launch launch, String... more) throws Exception {
        String[] words = new String[3 + more.length];
        words[0] = "doctor";
        words[1] = "--endpoint-url";
        words[2] = aws.endpoint().toString();
        System.arraycopy(more, 0, words, 3, more.length);
        return launch.run(words);
    }

    private static Set<String> keysHeard() {
        return aws.heard().stream()
                .map(Asked::keyId)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Asked webIdentity() {
        return aws.heard().stream()
                .filter(asked -> asked.operation().equals("AssumeRoleWithWebIdentity"))
                .findFirst()
                .orElseThrow();
    }

    private void profile(String name, String content) throws IOException {
        Path config = Files.createDirectories(home.resolve(".aws")).resolve("config");
        String before = Files.exists(config) ? Files.readString(config) : "";
        Files.writeString(config, "%s[profile %s]\n%s\n".formatted(before, name, content));
    }

    /** As the AWS command line leaves it behind after {@code aws sso login}. */
    private void signIn(String until) throws Exception {
        profile("prod", """
                sso_session = acme
                sso_account_id = 111122223333
                sso_role_name = Audit
                region = eu-west-1
                [sso-session acme]
                sso_region = eu-west-1
                sso_start_url = https://acme.awsapps.com/start""");
        String name =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest("acme".getBytes(UTF_8)));
        Path cache = Files.createDirectories(home.resolve(".aws/sso/cache")).resolve(name + ".json");
        Files.writeString(cache, """
                {"accessToken": "browser token", "expiresAt": "%s", "region": "eu-west-1",
                 "startUrl": "https://acme.awsapps.com/start"}""".formatted(until));
    }

    private Path program(String body) throws IOException {
        Path program = Files.writeString(home.resolve("credentials.sh"), "#!/bin/sh\n" + body + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program;
    }

    /** In the form that processes, containers and instances share. */
    private String keys(String name) {
        return """
                {"Version": 1, "Code": "Success", "AccessKeyId": "ASIA%s", "SecretAccessKey": "secret", "SessionToken": "token", "Token": "token", "Expiration": "%s"}""".formatted(name, inAnHour);
    }

    private String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(vendor.getAddress().getPort(), path);
    }

    /** Only for who shows the right token. */
    private void vend(String path, String header, String token, String content) {
        vendor.createContext(path, exchange -> {
            boolean known = token.equals(exchange.getRequestHeaders().getFirst(header));
            answer(exchange, known ? 200 : 403, known ? content : "{\"message\": \"who are you?\"}");
        });
    }

    private static void answer(HttpExchange exchange, int status, String content) throws IOException {
        byte[] bytes = content.getBytes(UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("X-aws-ec2-metadata-token-ttl-seconds", "21600");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
