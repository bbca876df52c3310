package dev.quarterdeck.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.wire.ScriptedServer.Script;
import dev.quarterdeck.wire.protocol.JavaValues;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/** What the client makes of servers that answer as they should not. Each test counts what was sent. */
@Timeout(60)
class AwsClientTest {
    private static final Paging INSTANCES = new Paging("Reservations[].Instances[]", List.of("OwnerId"));
    private static final Paging USERS = new Paging("Users[]", List.of());
    private static final Call DESCRIBE = Wired.call("ec2", "DescribeInstances", Map.of());
    private static final Call CREATE_USER = Wired.call("iam", "CreateUser", Map.of("UserName", "ada"));
    private static final String XML = "text/xml;charset=UTF-8";

    private final Collected collected = new Collected();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable it : opened.reversed()) {
            it.close();
        }
    }

    private ScriptedServer server(Script script) {
        ScriptedServer server = new ScriptedServer(script);
        opened.add(server);
        return server;
    }

    private Wired wired(WireSettings settings) {
        Wired wired = new Wired(settings);
        opened.add(wired);
        return wired;
    }

    private Wired wired(ScriptedServer server) {
        Wired wired = new Wired(server.uri());
        opened.add(wired);
        return wired;
    }

    private static String instances(int page, int count, String nextToken) {
        String items = IntStream.range(0, count)
                .mapToObj("<item><instanceId>i-%d-%%d</instanceId></item>".formatted(page)::formatted)
                .collect(Collectors.joining());
        String token = nextToken.isEmpty() ? "" : "<nextToken>" + nextToken + "</nextToken>";
        return "<DescribeInstancesResponse><reservationSet><item><ownerId>111111111111</ownerId><instancesSet>" + items
                + "</instancesSet></item></reservationSet>" + token + "</DescribeInstancesResponse>";
    }

    private static Map<String, String> instance(String id) {
        return Map.of("InstanceId", id, "OwnerId", "111111111111");
    }

    private static void ec2Error(Socket caller, int status, String code) throws IOException {
        ScriptedServer.send(
                caller,
                status,
                XML,
                "<Response><Errors><Error><Code>%s</Code><Message>words</Message></Error></Errors></Response>"
                        .formatted(code));
    }

    private static void queryError(Socket caller, int status, String code) throws IOException {
        ScriptedServer.send(
                caller,
                status,
                XML,
                "<ErrorResponse><Error><Code>%s</Code><Message>words</Message></Error></ErrorResponse>"
                        .formatted(code));
    }

    @Test
    void readsPageAfterPage() {
        ScriptedServer server = server((request, caller) -> ScriptedServer.send(
                caller,
                200,
                XML,
                instances(request.number(), 2, request.number() < 3 ? "page-" + request.number() : "")));
        Answer answer = wired(server).client.items(DESCRIBE, INSTANCES, collected);
        assertThat(answer).isEqualTo(new Answer.Done(3, 6));
        assertThat(collected.items())
                .isEqualTo(List.of(
                        instance("i-1-0"),
                        instance("i-1-1"),
                        instance("i-2-0"),
                        instance("i-2-1"),
                        instance("i-3-0"),
                        instance("i-3-1")));
        assertThat(server.received().get(0).body()).contains("MaxResults=1000").doesNotContain("NextToken");
        assertThat(server.received().get(2).body()).contains("MaxResults=1000", "NextToken=page-2");
        assertThat(server.received().get(0).header("User-Agent")).isEqualTo("quarterdeck/test");
        assertThat(server.received().get(0).header("Authorization"))
                .startsWith("AWS4-HMAC-SHA256 Credential=AKIATEST/20260301/eu-west-1/ec2/aws4_request");
    }

    @Test
    void neverSendsAPageSizeTogetherWithIds() {
        ScriptedServer server = server((_, caller) -> ScriptedServer.send(caller, 200, XML, instances(1, 1, "")));
        Call call = Wired.call("ec2", "DescribeInstances", Map.of("InstanceIds", List.of("i-1-0")));
        assertThat(wired(server).client.items(call, INSTANCES, collected)).isEqualTo(new Answer.Done(1, 1));
        assertThat(server.received().getFirst().body())
                .contains("InstanceId.1=i-1-0")
                .doesNotContain("MaxResults");
    }

    @Test
    void letsATestAskForSmallerPages() {
        ScriptedServer server = server((_, caller) -> ScriptedServer.send(caller, 200, XML, instances(1, 1, "")));
        WireSettings settings = WireSettings.standard("test")
                .withWhere(WireSettings.Where.at(server.uri()))
                .withPageSize(7);
        Call call = Wired.call("ec2", "DescribeInstances", Map.of("MaxResults", 1000));
        wired(settings).client.items(call, INSTANCES, collected);
        assertThat(server.received().getFirst().body()).endsWith("MaxResults=7");
    }

    @Test
    void ridesOutAThrottlingStorm() {
        ScriptedServer server = server((request, caller) -> {
            if (request.number() <= 5) {
                ec2Error(caller, 503, "RequestLimitExceeded");
            } else {
                ScriptedServer.send(caller, 200, XML, instances(1, 1, ""));
            }
        });
        Wired wired = wired(server);
        assertThat(wired.client.items(DESCRIBE, INSTANCES, collected)).isEqualTo(new Answer.Done(1, 1));
        assertThat(server.received()).hasSize(6);
        assertThat(wired.attempts.stream().filter(it -> it.received().throttled()))
                .hasSize(5);
        assertThat(wired.timing.slept()).isGreaterThan(Duration.ofSeconds(7));
    }

    @Test
    void givesUpWhenTheStormDoesNot() {
        ScriptedServer server = server((_, caller) -> ec2Error(caller, 503, "RequestLimitExceeded"));
        assertThat(wired(server).client.items(DESCRIBE, INSTANCES, collected)).isEqualTo(new Answer.Throttled("words"));
        assertThat(server.received()).hasSize(9);
    }

    @Test
    void honoursRetryAfter() {
        ScriptedServer server = server((request, caller) -> {
            if (request.number() == 1) {
                ScriptedServer.send(caller, 429, Map.of("Retry-After", "11", "Content-Type", XML), new byte[0]);
            } else {
                ScriptedServer.send(caller, 200, XML, instances(1, 1, ""));
            }
        });
        Wired wired = wired(server);
        assertThat(wired.client.items(DESCRIBE, INSTANCES, collected)).isEqualTo(new Answer.Done(1, 1));
        assertThat(wired.timing.sleeps()).contains(Duration.ofSeconds(11));
    }

    @Test
    void readsAgainAfterServerErrorsButNotForEver() {
        ScriptedServer server = server((_, caller) -> ec2Error(caller, 500, "InternalError"));
        assertThat(wired(server).client.items(DESCRIBE, INSTANCES, collected))
                .isEqualTo(new Answer.Failed("InternalError", "words"));
        assertThat(server.received()).hasSize(5);
    }

    @Test
    void doesNotRepeatAWriteThatMayHaveBeenDone() {
        ScriptedServer server = server((_, caller) -> queryError(caller, 500, "ServiceFailure"));
        assertThat(wired(server).client.call(CREATE_USER, new JavaValues()))
                .isEqualTo(new Answer.Failed("ServiceFailure", "words"));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void sendsAWriteOnceWhenTheConnectionDropsAfterwards() {
        ScriptedServer server = server((_, caller) -> caller.close());
        Answer answer = wired(server).client.call(CREATE_USER, new JavaValues());
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.code()).isEqualTo("Connection"));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void sendsAWriteOnceWhenAPooledConnectionDrops() {
        ScriptedServer server = server((request, caller) -> {
            if (request.number() == 1) {
                ScriptedServer.send(caller, 200, XML, "<CreateUserResponse><CreateUserResult/></CreateUserResponse>");
            } else {
                ScriptedServer.reset(caller);
            }
        });
        Wired wired = wired(server);
        assertThat(wired.client.call(CREATE_USER, new JavaValues())).isEqualTo(new Answer.Done(1, 1));
        assertThat(wired.client.call(CREATE_USER, new JavaValues())).isInstanceOf(Answer.Failed.class);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void repeatsAWriteWhoseTokenMakesItOne() {
        ScriptedServer server = server((request, caller) -> {
            if (request.number() == 1) {
                ScriptedServer.reset(caller);
            } else {
                ScriptedServer.send(
                        caller, 200, XML, "<CreateVolumeResponse><volumeId>vol-1</volumeId></CreateVolumeResponse>");
            }
        });
        Call call = Wired.call("ec2", "CreateVolume", Map.of("AvailabilityZone", "eu-west-1a", "Size", 1));
        JavaValues volume = new JavaValues();
        assertThat(wired(server).client.call(call, volume)).isEqualTo(new Answer.Done(1, 1));
        assertThat(volume.value()).isEqualTo(Map.of("VolumeId", "vol-1"));
        assertThat(server.received()).hasSize(2);
        assertThat(server.received().get(0).body())
                .contains("ClientToken=")
                .isEqualTo(server.received().get(1).body());
    }

    @Test
    void readsAgainWhatWasCutOffAndGivesNothingTwice() {
        ScriptedServer server = server((request, caller) -> {
            byte[] page = instances(1, 50, "").getBytes(UTF_8);
            if (request.number() == 1) {
                ScriptedServer.send(
                        caller,
                        200,
                        Map.of("Content-Length", String.valueOf(page.length)),
                        Arrays.copyOf(page, page.length - 9));
                caller.close();
            } else {
                ScriptedServer.send(caller, 200, XML, new String(page, UTF_8));
            }
        });
        assertThat(wired(server).client.items(DESCRIBE, INSTANCES, collected)).isEqualTo(new Answer.Done(1, 50));
        assertThat(collected.items()).hasSize(50).doesNotHaveDuplicates();
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void whatALargePageGaveBeforeItWasCutOffStaysGivenOnce() {
        ScriptedServer server = server((_, caller) -> {
            byte[] page = instances(1, 40_000, "").getBytes(UTF_8);
            ScriptedServer.send(
                    caller,
                    200,
                    Map.of("Content-Length", String.valueOf(page.length)),
                    Arrays.copyOf(page, page.length - 9));
            caller.close();
        });
        Answer answer = wired(server).client.items(DESCRIBE, INSTANCES, collected);
        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(collected.items()).hasSizeGreaterThan(10_000).doesNotHaveDuplicates();
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void streamsPagesThatAreLargerAndKeepsTheirConnection() {
        List<Integer> ports = new ArrayList<>();
        ScriptedServer server = server((request, caller) -> {
            ports.add(caller.getPort());
            ScriptedServer.send(
                    caller,
                    200,
                    XML,
                    instances(request.number(), 20_000, request.number() < 3 ? "page-" + request.number() : ""));
        });
        assertThat(wired(server).client.items(DESCRIBE, INSTANCES, collected)).isEqualTo(new Answer.Done(3, 60_000));
        assertThat(collected.items()).hasSize(60_000).doesNotHaveDuplicates();
        assertThat(ports).hasSize(3).containsOnly(ports.getFirst());
    }

    @Test
    void readsAgainAfterAReset() {
        ScriptedServer server = server((request, caller) -> {
            if (request.number() < 3) {
                ScriptedServer.reset(caller);
            } else {
                ScriptedServer.send(caller, 200, XML, instances(1, 1, ""));
            }
        });
        assertThat(wired(server).client.items(DESCRIBE, INSTANCES, collected)).isEqualTo(new Answer.Done(1, 1));
        assertThat(server.received()).hasSize(3);
    }

    @Test
    void doesNotWaitForAServerThatDripsLongerThanACallMayTake() {
        ScriptedServer server = server((_, caller) -> {
            caller.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<".getBytes(UTF_8));
            while (true) {
                caller.getOutputStream().write(' ');
                caller.getOutputStream().flush();
                LockSupport.parkNanos(20_000_000);
            }
        });
        WireSettings settings = WireSettings.standard("test")
                .withWhere(WireSettings.Where.at(server.uri()))
                .withTimeOuts(Wired.timeOuts(Duration.ofSeconds(5), Duration.ofMillis(400)));
        Wired wired = wired(settings);
        long began = System.nanoTime();
        Answer answer = wired.client.items(DESCRIBE, INSTANCES, collected);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.code()).isEqualTo("Timeout"));
        assertThat((System.nanoTime() - began) / 1e9).isBetween(0.4, 2.0);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void asksAgainWhereTheServerFallsSilent() {
        AtomicReference<ScriptedServer> self = new AtomicReference<>();
        ScriptedServer server = server((request, caller) -> {
            if (request.number() == 1) {
                self.get().silence().answer(request, caller);
            } else {
                ScriptedServer.send(caller, 200, XML, instances(1, 1, ""));
            }
        });
        self.set(server);
        WireSettings settings = WireSettings.standard("test")
                .withWhere(WireSettings.Where.at(server.uri()))
                .withTimeOuts(Wired.timeOuts(Duration.ofMillis(300), Duration.ofSeconds(20)));
        assertThat(wired(settings).client.items(DESCRIBE, INSTANCES, collected)).isEqualTo(new Answer.Done(1, 1));
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void refreshesCredentialsThatExpireInTheMiddle() {
        ScriptedServer server = server((request, caller) -> {
            boolean expired = request.header("Authorization").contains("AKIAOLD") && request.number() > 1;
            if (expired) {
                ec2Error(caller, 400, "ExpiredToken");
            } else {
                ScriptedServer.send(
                        caller, 200, XML, instances(request.number(), 1, request.number() == 1 ? "more" : ""));
            }
        });
        Rotating rotating = new Rotating();
        Call call =
                Call.of("ec2", "DescribeInstances", Map.of(), new Access("aws", "111111111111", rotating), "eu-west-1");
        assertThat(wired(server).client.items(call, INSTANCES, collected)).isEqualTo(new Answer.Done(2, 2));
        assertThat(server.received()).hasSize(3);
        assertThat(server.received().get(2).header("Authorization")).contains("AKIANEW");
    }

    private static final class Rotating implements Refreshable {
        private volatile String key = "AKIAOLD";

        @Override
        public void refresh(AwsCredentials stale) {
            key = "AKIANEW";
        }

        @Override
        public AwsCredentials resolveCredentials() {
            return AwsBasicCredentials.create(key, "secret");
        }
    }

    @Test
    void saysSoWhereFreshCredentialsCannotBeHad() {
        ScriptedServer server = server((_, caller) -> ec2Error(caller, 400, "ExpiredToken"));
        assertThat(wired(server).client.items(DESCRIBE, INSTANCES, collected))
                .isEqualTo(new Answer.Failed("ExpiredToken", "words"));
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void answersWithWhatHindersTheCredentials() {
        ScriptedServer server = server((_, caller) -> ec2Error(caller, 500, "Unreached"));
        Answer.Denied denied = new Answer.Denied("sts:AssumeRole", "no");
        Access closed = new Access("aws", "222222222222", () -> {
            throw new AccessFailure(denied);
        });
        Access none = new Access("aws", "222222222222", () -> {
            throw new IllegalStateException("no profile 'x'");
        });
        Wired wired = wired(server);
        assertThat(wired.client.items(
                        Call.of("ec2", "DescribeInstances", Map.of(), closed, "eu-west-1"), INSTANCES, collected))
                .isEqualTo(denied);
        assertThat(wired.client.items(
                        Call.of("ec2", "DescribeInstances", Map.of(), none, "eu-west-1"), INSTANCES, collected))
                .isEqualTo(new Answer.Failed("NoCredentials", "no profile 'x'"));
        assertThat(server.received()).isEmpty();
    }

    @Test
    void findsOutThatPagesGoRoundInACircle() {
        ScriptedServer server = server((request, caller) -> ScriptedServer.send(
                caller, 200, XML, instances(request.number(), 1, request.number() % 2 == 0 ? "even" : "odd")));
        assertThat(wired(server).client.items(DESCRIBE, INSTANCES, collected))
                .isEqualTo(new Answer.Failed("RepeatedToken", "page 3 leads back to a page before it"));
        assertThat(server.received()).hasSize(3);
        assertThat(collected.items()).hasSize(3);
    }

    @Test
    void saysThatANameLeadsNowhere() {
        WireSettings settings =
                WireSettings.standard("test").withWhere(WireSettings.Where.at(URI.create("http://nowhere.invalid")));
        Wired wired = wired(settings);
        assertThat(wired.client.items(DESCRIBE, INSTANCES, collected))
                .isEqualTo(new Answer.Failed("Dns", "the name nowhere.invalid does not resolve"));
        assertThat(wired.attempts).hasSize(5);
    }

    @Test
    void triesAWriteAgainThatNobodyCanHaveReceived() throws IOException {
        URI closed;
        try (ScriptedServer server = new ScriptedServer((_, _) -> {})) {
            closed = server.uri();
        }
        Wired wired = wired(WireSettings.standard("test").withWhere(WireSettings.Where.at(closed)));
        assertThat(wired.client.call(CREATE_USER, new JavaValues()))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.code()).isEqualTo("Connection"));
        assertThat(wired.attempts).hasSize(5);
    }

    @Test
    void takesAnEmulatorsErrorPageForAnUnknownCall() {
        ScriptedServer server = server((_, caller) -> ScriptedServer.send(
                caller, 500, "text/html; charset=utf-8", "<!doctype html><title>500 Internal Server Error</title>"));
        assertThat(wired(server).client.items(DESCRIBE, INSTANCES, collected)).isInstanceOf(Answer.Unsupported.class);
        assertThat(server.received()).hasSize(1);
    }

    @Test
    void stopsAtOnceWhenCancelled() throws InterruptedException {
        AtomicReference<ScriptedServer> self = new AtomicReference<>();
        ScriptedServer server = server((request, caller) -> self.get().silence().answer(request, caller));
        self.set(server);
        Wired wired = wired(server);
        for (Thread.Builder threads : List.of(Thread.ofVirtual(), Thread.ofPlatform())) {
            AtomicReference<Answer> answer = new AtomicReference<>();
            Thread caller = threads.start(() -> answer.set(wired.client.items(DESCRIBE, INSTANCES, collected)));
            int before = server.received().size();
            while (server.received().size() == before) {
                Thread.onSpinWait();
            }
            caller.interrupt();
            assertThat(caller.join(Duration.ofSeconds(2))).isTrue();
            assertThat(answer.get()).isEqualTo(new Answer.Failed("Interrupted", "cancelled"));
        }
        assertThat(server.hungUp().await(5, TimeUnit.SECONDS))
                .as("the connection is closed")
                .isTrue();
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void putsItsClockRightByWhatTheHostSays() {
        ScriptedServer server = server((request, caller) -> {
            if (request.header("X-Amz-Date").startsWith("20260301T12")) {
                byte[] body =
                        "<Response><Errors><Error><Code>RequestExpired</Code><Message>m</Message></Error></Errors></Response>"
                                .getBytes(UTF_8);
                ScriptedServer.send(caller, 400, Map.of("Date", "Sun, 01 Mar 2026 14:30:00 GMT"), body);
            } else {
                ScriptedServer.send(caller, 200, XML, instances(1, 1, ""));
            }
        });
        Wired wired = wired(server);
        assertThat(wired.client.items(DESCRIBE, INSTANCES, collected)).isEqualTo(new Answer.Done(1, 1));
        assertThat(wired.client.items(DESCRIBE, INSTANCES, collected)).isEqualTo(new Answer.Done(1, 1));
        assertThat(server.received().stream().map(it -> it.header("X-Amz-Date")))
                .containsExactly("20260301T120000Z", "20260301T143000Z", "20260301T143000Z");
    }

    @Test
    void followsABucketToItsRegionOnceAndRemembers() {
        ScriptedServer server = server((request, caller) -> {
            if (request.header("Authorization").contains("/eu-west-1/")) {
                byte[] body = "<Error><Code>PermanentRedirect</Code><Message>m</Message></Error>".getBytes(UTF_8);
                ScriptedServer.send(
                        caller,
                        301,
                        Map.of("x-amz-bucket-region", "ap-south-1", "Content-Type", "application/xml"),
                        body);
            } else {
                ScriptedServer.send(caller, 200, "application/xml", "<Tagging><TagSet/></Tagging>");
            }
        });
        Call call = Wired.call("s3", "GetBucketTagging", Map.of("Bucket", "logs"));
        Wired wired = wired(server);
        assertThat(wired.client.call(call, new JavaValues())).isEqualTo(new Answer.Done(1, 1));
        assertThat(wired.client.call(call, new JavaValues())).isEqualTo(new Answer.Done(1, 1));
        assertThat(server.received().stream()
                        .map(it -> it.header("Authorization").replaceAll(".*/\\d{8}/([^/]+)/.*", "$1")))
                .containsExactly("eu-west-1", "ap-south-1", "ap-south-1");
        assertThat(server.received().getFirst().line()).isEqualTo("GET /logs?tagging= HTTP/1.1");
    }

    @Test
    void doesNotFollowRedirectsForEver() {
        ScriptedServer server = server((request, caller) -> ScriptedServer.send(
                caller, 301, Map.of("x-amz-bucket-region", "us-west-" + request.number()), new byte[0]));
        Call call = Wired.call("s3", "GetBucketTagging", Map.of("Bucket", "logs"));
        assertThat(wired(server).client.call(call, new JavaValues())).isInstanceOf(Answer.Failed.class);
        assertThat(server.received()).hasSize(2);
    }

    @Test
    void refusesInputThatTheModelDoesNotKnow() {
        ScriptedServer server = server((_, caller) -> ec2Error(caller, 500, "Unreached"));
        Call call = Wired.call("ec2", "DescribeInstances", Map.of("Colour", "red"));
        assertThat(wired(server).client.items(call, INSTANCES, collected))
                .isInstanceOfSatisfying(
                        Answer.Failed.class, it -> assertThat(it.code()).isEqualTo("InvalidInput"));
        assertThat(server.received()).isEmpty();
    }

    @Test
    void readsAThousandPagesInTheMemoryOfOne() {
        ScriptedServer server = server((request, caller) -> ScriptedServer.send(
                caller, 200, XML, users(request.number() < 1000 ? "marker-" + request.number() : "")));
        Wired wired = wired(server);
        long[] most = new long[2];
        int[] count = new int[1];
        ItemSink discarding = new ItemSink() {
            @Override
            public JsonSink begin() {
                if (count[0]++ % 20_000 == 5_000) {
                    System.gc();
                    Runtime now = Runtime.getRuntime();
                    long used = now.totalMemory() - now.freeMemory();
                    most[count[0] < 50_000 ? 0 : 1] = Math.max(most[count[0] < 50_000 ? 0 : 1], used);
                }
                return new JavaValues();
            }

            @Override
            public void end() {}
        };
        assertThat(wired.client.items(Wired.call("iam", "ListUsers", Map.of()), USERS, discarding))
                .isEqualTo(new Answer.Done(1000, 200_000));
        assertThat(most[1]).as("bytes in use late, against early").isLessThan(most[0] + 4_000_000);
    }

    private static String users(String marker) {
        String user = "<member><UserName>a-user-of-the-estate</UserName><Path>/</Path></member>";
        String end = marker.isEmpty() ? "" : "<IsTruncated>true</IsTruncated><Marker>" + marker + "</Marker>";
        return "<ListUsersResponse><ListUsersResult><Users>" + user.repeat(200) + "</Users>" + end
                + "</ListUsersResult></ListUsersResponse>";
    }

    @Test
    void tellsOfEveryRequest() {
        ScriptedServer server = server((request, caller) -> {
            if (request.number() == 1) {
                ec2Error(caller, 500, "InternalError");
            } else {
                ScriptedServer.send(caller, 200, XML, instances(1, 1, ""));
            }
        });
        Wired wired = wired(server);
        wired.client.items(DESCRIBE, INSTANCES, collected);
        assertThat(wired.attempts.stream().map(CallListener.Attempt::received))
                .containsExactly(
                        new CallListener.Received(500, "InternalError", 103, 0),
                        new CallListener.Received(200, "", instances(1, 1, "").length(), 0));
        assertThat(wired.attempts.stream().map(CallListener.Attempt::region)).containsOnly("eu-west-1");
    }
}
