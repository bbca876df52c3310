package dev.quarterdeck.wire;

import dev.quarterdeck.wire.protocol.JavaValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * The credentials of a role, assumed through the client itself: fetched once for all who wait, renewed before they
 * expire. What hinders that is thrown as {@link AccessFailure} and remembered for a minute, so that the many calls into one
 * closed account do not each knock again.
 */
public final class AssumedRole implements Refreshable {
    private static final Duration RENEW_BEFORE = Duration.ofMinutes(5);
    private static final Duration USELESS_BEFORE = Duration.ofMinutes(1);
    private static final Duration FAILURE_HOLDS = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration LONGEST_CHAINED = Duration.ofHours(1);

    private final AwsApi api;
    private final Way way;
    private final RoleSession session;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Held held = new Nothing();

    /** By which right the role is assumed, and which region's STS is asked. */
    public sealed interface Way {}

    /** By that of other credentials. */
    public record Source(Access access, String region) implements Way {}

    /** By a web identity token in a file, which whoever put it there renews. */
    public record Token(Path file, String partition, String region) implements Way {}

    private sealed interface Held {}

    private record Nothing() implements Held {}

    private record Valid(AwsSessionCredentials credentials, Instant until) implements Held {}

    private record Hindered(Answer.Failure failure, Instant until) implements Held {}

    public AssumedRole(AwsApi api, Way way, RoleSession session, InstantSource clock) {
        this.api = api;
        this.way = way;
        this.session = session;
        this.clock = clock;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        return switch (held) {
            case Valid valid when left(valid.until(), RENEW_BEFORE) -> valid.credentials();
            case Valid valid when left(valid.until(), USELESS_BEFORE) -> renewedByOne(valid);
            case Hindered hindered
            when left(hindered.until(), Duration.ZERO) -> throw new AccessFailure(hindered.failure());
            case Valid _, Hindered _, Nothing _ -> renewedByAll();
        };
    }

    @Override
    public void refresh(AwsCredentials stale) {
        fetching.lock();
        try {
            if (held instanceof Valid valid && valid.credentials().equals(stale)) {
                held = new Nothing();
            }
        } finally {
            fetching.unlock();
        }
    }

    /** One caller fetches while the others go on with what still works. */
    private AwsCredentials renewedByOne(Valid valid) {
        if (!fetching.tryLock()) {
            return valid.credentials();
        }
        try {
            Held renewed = held.equals(valid) ? fetch() : held;
            // A hindrance must not end what still works: it is told once the old credentials are of no use.
            held = renewed instanceof Valid ? renewed : valid;
            return renewed instanceof Valid other ? other.credentials() : valid.credentials();
        } finally {
            fetching.unlock();
        }
    }

    /** One caller fetches, all others wait for what it gets. */
    private AwsCredentials renewedByAll() {
        Held before = held;
        lockInterruptibly();
        try {
            if (held.equals(before)) {
                held = fetch();
            }
            return switch (held) {
                case Valid valid -> valid.credentials();
                case Hindered hindered -> throw new AccessFailure(hindered.failure());
                case Nothing _ -> throw new IllegalStateException("no credentials were kept");
            };
        } finally {
            fetching.unlock();
        }
    }

    private void lockInterruptibly() {
        try {
            fetching.lockInterruptibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new AccessFailure(Exchange.INTERRUPTED);
        }
    }

    private Held fetch() {
        JavaValues answer = new JavaValues();
        Call call = switch (way) {
            case Source source -> bySource(source);
            case Token token -> byToken(token);
        };
        return switch (api.call(call, answer)) {
            case Answer.Done _ -> valid(answer);
            case Answer.Failure failure -> new Hindered(failure, until(failure));
        };
    }

    private Call bySource(Source source) {
        // Credentials of a session may assume a role for an hour at most.
        boolean chained = Credentials.of(source.access()) instanceof AwsSessionCredentials;
        return Call.of(
                "sts",
                "AssumeRole",
                session.input(chained ? LONGEST_CHAINED : LONGEST),
                source.access(),
                source.region());
    }

    private Call byToken(Token token) {
        Map<String, Object> input = session.input(LONGEST);
        input.put("WebIdentityToken", read(token.file()));
        Access nobody = new Access(token.partition(), session.account(), AnonymousCredentialsProvider.create());
        return Call.of("sts", "AssumeRoleWithWebIdentity", input, nobody, token.region());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException _) {
            String why = "the web identity token '%s' cannot be read".formatted(file);
            throw new AccessFailure(new Answer.Failed("NoCredentials", why));
        }
    }

    /** To be interrupted says nothing about the role. */
    private Instant until(Answer.Failure failure) {
        return failure.equals(Exchange.INTERRUPTED)
                ? Instant.MIN
                : clock.instant().plus(FAILURE_HOLDS);
    }

    private Held valid(JavaValues answer) {
        if (!(answer.value() instanceof Map<?, ?> whole && whole.get("Credentials") instanceof Map<?, ?> credentials)) {
            Answer.Failure failure = new Answer.Failed("MalformedAnswer", "STS gave no credentials");
            return new Hindered(failure, until(failure));
        }
        Instant until = OffsetDateTime.parse(String.valueOf(credentials.get("Expiration")))
                .toInstant();
        AwsSessionCredentials made = AwsSessionCredentials.builder()
                .accessKeyId(String.valueOf(credentials.get("AccessKeyId")))
                .secretAccessKey(String.valueOf(credentials.get("SecretAccessKey")))
                .sessionToken(String.valueOf(credentials.get("SessionToken")))
                .accountId(session.account())
                .expirationTime(until)
                .build();
        return new Valid(made, until);
    }

    private boolean left(Instant until, Duration atLeast) {
        return clock.instant().plus(atLeast).isBefore(until);
    }
}
