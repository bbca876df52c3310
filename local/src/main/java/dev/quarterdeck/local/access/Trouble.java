package dev.quarterdeck.local.access;

import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.wire.Answer;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Why credentials do not work, in words that say what to do. */
public final class Trouble {
    static final String NO_CREDENTIALS = "NoCredentials";

    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
    private static final Set<String> UNKNOWN =
            Set.of("InvalidClientTokenId", "UnrecognizedClientException", "InvalidAccessKeyId", "AuthFailure");
    private static final Set<String> WRONG_SECRET = Set.of("SignatureDoesNotMatch", "InvalidSignatureException");

    private final Profiles profiles;
    private final Optional<URI> endpoint;

    public Trouble(Profiles profiles, Optional<URI> endpoint) {
        this.profiles = profiles;
        this.endpoint = endpoint;
    }

    public Refusal refusal(Opened.Closed closed) {
        return Refusal.unreadable(sentence(closed));
    }

    public String sentence(Opened.Closed closed) {
        return switch (closed.failure()) {
            case Answer.Failed failed -> failed(closed.door(), failed);
            case Answer.Denied denied ->
                "%s may not even %s: a policy denies it explicitly; use another profile"
                        .formatted(closed.door().name(), denied.action());
            case Answer.Barred barred ->
                "%s is barred from everything by %s: use another account or ask who owns that policy"
                        .formatted(closed.door().name(), barred.policy());
            case Answer.Throttled _ ->
                "AWS told %s to slow down until we gave up: try again in a minute"
                        .formatted(closed.door().name());
            case Answer.Unsupported(var message) ->
                "%s does not answer as AWS does (%s): check --endpoint-url".formatted(where(), oneLine(message));
            case Answer.OptedOut _ ->
                "region '%s' is not enabled for %s: set AWS_REGION to one that is"
                        .formatted(closed.door().region(), closed.door().name());
            case Answer.Absent(var code, var message) -> unknown(closed.door(), code, message);
        };
    }

    private String failed(Door door, Answer.Failed failed) {
        String code = failed.code();
        if (code.equals(NO_CREDENTIALS)) {
            return none(door, failed.message());
        }
        if (EXPIRED.contains(code)) {
            return "the session of %s has expired: %s".formatted(door.name(), renew(door));
        }
        if (UNKNOWN.contains(code)) {
            return "AWS does not know the access key of %s: it was deleted, disabled, or belongs to another partition; %s"
                    .formatted(door.name(), renew(door));
        }
        if (WRONG_SECRET.contains(code)) {
            return "the secret key of %s does not fit its access key (or this machine's clock is wrong): run 'quarterdeck doctor'"
                    .formatted(door.name());
        }
        return code.matches("Connection|Timeout|UnknownHost|Tls|Dns")
                ? "%s cannot be reached (%s): %s".formatted(where(), oneLine(failed.message()), reach())
                : unknown(door, code, failed.message());
    }

    private String none(Door door, String message) {
        Optional<String> signIn = door.profile().flatMap(profiles::signIn);
        if (signIn.isPresent()) {
            return "%s is not signed in, or its session has expired: run '%s'".formatted(door.name(), signIn.get());
        }
        if (door.name().equals(Keyring.INSTANCE_ROLE)) {
            return "there are no AWS credentials: name a profile with --profile%s, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
                    .formatted(
                            profiles.names().isEmpty()
                                    ? ""
                                    : " (you have " + String.join(", ", profiles.names()) + ")");
        }
        return "%s gives no credentials (%s): check it with 'aws sts get-caller-identity%s'"
                .formatted(
                        door.name(),
                        oneLine(message),
                        door.profile().map(" --profile "::concat).orElse(""));
    }

    /** The command that makes a session work again. */
    private String renew(Door door) {
        return door.profile()
                .flatMap(profiles::signIn)
                .map("run '%s'"::formatted)
                .orElseGet(() -> door.name().equals(Keyring.VARIABLES)
                        ? "renew AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN"
                        : "renew the credentials of " + door.name());
    }

    private static String unknown(Door door, String code, String message) {
        return "%s cannot be used: %s (%s); run 'quarterdeck doctor' to see why"
                .formatted(door.name(), oneLine(message), code);
    }

    private String where() {
        return endpoint.map(URI::toString).orElse("AWS");
    }

    private String reach() {
        return endpoint.isPresent()
                ? "is it running? check --endpoint-url"
                : "check the network and the proxy; 'quarterdeck doctor' shows both";
    }

    private static String oneLine(String message) {
        return message.lines().findFirst().orElse("no reason given").strip();
    }
}
