package dev.quarterdeck.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class AssumedRoleTest {
    private static final String ROLE = "arn:aws:iam::222222222222:role/quarterdeck-read";
    private static final AwsCredentials LONG_LIVED = AwsBasicCredentials.create("AKIASOURCE", "secret");
    private static final RoleSession SESSION = RoleSession.of(ROLE, "scan", Optional.of("external"));

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Sts sts = new Sts();
    private final AssumedRole role = role(LONG_LIVED, SESSION);

    /** Answers AssumeRole with keys numbered by call, valid for an hour, or with the failure that is set. */
    private final class Sts implements AwsApi {
        private final List<Call> calls = new CopyOnWriteArrayList<>();
        private volatile Optional<Answer.Failure> failure = Optional.empty();

        @Override
        public Answer call(Call call, JsonSink sink) {
            calls.add(call);
            if (failure.isPresent()) {
                return failure.get();
            }
            sink.beginObject();
            sink.name("Credentials");
            sink.beginObject();
            member(sink, "AccessKeyId", "ASIA" + calls.size());
            member(sink, "SecretAccessKey", "secret");
            member(sink, "SessionToken", "token");
            member(sink, "Expiration", now.plus(Duration.ofHours(1)).toString().replace("Z", "+00:00"));
            sink.endObject();
            sink.name("AssumedRoleUser");
            sink.beginObject();
            member(sink, "AccessKeyId", "not this one");
            sink.endObject();
            sink.endObject();
            return new Answer.Done(1, 1);
        }

        @Override
        public Answer items(Call call, Paging paging, ItemSink sink) {
            throw new IllegalStateException("nothing of STS is listed");
        }

        private static void member(JsonSink sink, String name, String value) {
            sink.name(name);
            sink.string(value);
        }
    }

    private AssumedRole role(AwsCredentials source, RoleSession session) {
        Access access = new Access("aws", "111111111111", StaticCredentialsProvider.create(source));
        return new AssumedRole(sts, new AssumedRole.Source(access, "eu-west-1"), session, () -> now);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    @Test
    void asksTheRegionalStsForWhatTheSessionSays() {
        RoleSession whole = new RoleSession(
                ROLE,
                "quarterdeck-act",
                Optional.of("external"),
                Optional.of("ada"),
                Duration.ofHours(2),
                new RoleSession.Scope(Optional.of("{}"), Map.of("b", "2", "a", "1")));
        role(LONG_LIVED, whole).resolveCredentials();
        Call call = sts.calls.getFirst();
        assertThat(call.region()).isEqualTo("eu-west-1");
        assertThat(call.input())
                .isEqualTo(Map.of(
                        "RoleArn", ROLE,
                        "RoleSessionName", "quarterdeck-act",
                        "DurationSeconds", 7200L,
                        "ExternalId", "external",
                        "SourceIdentity", "ada",
                        "Policy", "{}",
                        "Tags", List.of(Map.of("Key", "a", "Value", "1"), Map.of("Key", "b", "Value", "2"))));
    }

    @Test
    @Tag("A12")
    void keepsChainedSessionsToAnHour() {
        RoleSession long_ = new RoleSession(
                ROLE,
                "quarterdeck-scan",
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(12),
                RoleSession.Scope.WHOLE);
        role(AwsSessionCredentials.create("ASIASOURCE", "secret", "token"), long_)
                .resolveCredentials();
        assertThat(sts.calls.getFirst().input().get("DurationSeconds")).isEqualTo(3600L);
    }

    @Test
    void fetchesOnceForAllWhoWait() throws InterruptedException {
        Set<String> keys = ConcurrentHashMap.newKeySet();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            callers.add(Thread.startVirtualThread(
                    () -> keys.add(role.resolveCredentials().accessKeyId())));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(keys).containsExactly("ASIA1");
        assertThat(sts.calls).hasSize(1);
    }

    @Test
    void renewsBeforeExpiry() {
        role.resolveCredentials();
        pass(Duration.ofMinutes(54));
        assertThat(role.resolveCredentials().accessKeyId()).isEqualTo("ASIA1");
        pass(Duration.ofMinutes(2));
        assertThat(role.resolveCredentials().accessKeyId()).isEqualTo("ASIA2");
    }

    @Test
    void goesOnWithWhatStillWorksWhenRenewingFails() {
        role.resolveCredentials();
        sts.failure = Optional.of(new Answer.Throttled("later"));
        pass(Duration.ofMinutes(56));
        assertThat(role.resolveCredentials().accessKeyId()).isEqualTo("ASIA1");
        pass(Duration.ofMinutes(4));
        assertThatThrownBy(role::resolveCredentials)
                .isInstanceOf(AccessFailure.class)
                .hasMessage("later");
    }

    @Test
    void tellsWhatHindersAndDoesNotKnockAgainForAMinute() {
        Answer.Denied denied = new Answer.Denied("sts:AssumeRole", "no");
        sts.failure = Optional.of(denied);
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(role::resolveCredentials)
                    .isInstanceOfSatisfying(
                            AccessFailure.class, e -> assertThat(e.failure()).isEqualTo(denied));
        }
        assertThat(sts.calls).hasSize(1);
        sts.failure = Optional.empty();
        pass(Duration.ofMinutes(1));
        assertThat(role.resolveCredentials().accessKeyId()).isEqualTo("ASIA2");
    }

    @Test
    void forgetsWhatAwsSaysHasExpiredButNotWhatIsNewer() {
        AwsCredentials first = role.resolveCredentials();
        role.refresh(first);
        AwsCredentials second = role.resolveCredentials();
        assertThat(second.accessKeyId()).isEqualTo("ASIA2");
        role.refresh(first);
        assertThat(role.resolveCredentials()).isEqualTo(second);
        assertThat(second.accountId()).contains("222222222222");
    }

    @Test
    void refusesWhatIsNoRole() {
        assertThatThrownBy(() -> RoleSession.of("arn:aws:iam::1:role/x", "scan", Optional.empty()))
                .hasMessage("role must be an ARN like arn:aws:iam::123456789012:role/name: 'arn:aws:iam::1:role/x'");
        assertThatThrownBy(() -> RoleSession.of(ROLE, "a scan", Optional.empty()))
                .hasMessageContaining("'quarterdeck-a scan'");
        assertThatThrownBy(() -> RoleSession.of(ROLE + "\n", "scan", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
