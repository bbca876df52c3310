package dev.quarterdeck.wire;

import dev.quarterdeck.wire.protocol.ErrorReply;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An error response and what it means. {@code html}: not AWS speaking but an emulator or a proxy. */
record Fault(int status, String code, String message, boolean html) {
    static Fault of(ErrorReply reply) {
        return new Fault(reply.status(), reply.code(), reply.message(), reply.form() == ErrorReply.Form.HTML);
    }

    private static final Set<String> THROTTLING = Set.of(
            "Throttling",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottledException",
            "TooManyRequestsException",
            "ProvisionedThroughputExceededException",
            "TransactionInProgressException",
            "RequestLimitExceeded",
            "BandwidthLimitExceeded",
            "RequestThrottled",
            "SlowDown",
            "PriorRequestNotComplete",
            "EC2ThrottledException");
    private static final Set<Integer> TRANSIENT_STATUS = Set.of(500, 502, 503, 504);
    private static final Set<String> TRANSIENT =
            Set.of("RequestTimeout", "RequestTimeoutException", "IDPCommunicationError");
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired");
    private static final Set<String> SKEWED = Set.of(
            "RequestTimeTooSkewed",
            "RequestExpired",
            "RequestInTheFuture",
            "InvalidSignatureException",
            "SignatureDoesNotMatch",
            "AuthFailure");
    private static final Set<String> REDIRECTED = Set.of(
            "PermanentRedirect",
            "TemporaryRedirect",
            "Redirect",
            "AuthorizationHeaderMalformed",
            "IllegalLocationConstraintException",
            "IncorrectEndpoint",
            "301",
            "307",
            "400");
    private static final Set<String> UNKNOWN_CREDENTIALS = Set.of(
            "UnrecognizedClientException", "InvalidClientTokenId", "AuthFailure", "InvalidAccessKeyId", "InvalidToken");
    private static final Set<String> UNSUPPORTED = Set.of(
            "InvalidAction",
            "UnknownOperation",
            "UnknownOperationException",
            "UnknownAction",
            "NotImplemented",
            "NotImplementedError",
            "OptInRequired",
            "SubscriptionRequiredException");
    private static final Set<Integer> UNSUPPORTED_HTML = Set.of(404, 405, 500, 501);
    private static final Set<String> DENIED = Set.of(
            "AccessDenied",
            "AccessDeniedException",
            "UnauthorizedOperation",
            "UnauthorizedAccess",
            "UnauthorizedException",
            "AuthorizationError",
            "AuthorizationErrorException",
            "AuthorizationFailure",
            "NotAuthorized",
            "NotAuthorizedException",
            "AllAccessDisabled",
            "Forbidden",
            "403");
    private static final Map<String, String> ACTION_PREFIXES = Map.of("tagging", "tag", "monitoring", "cloudwatch");
    /** Enabled for every account of the partition {@code aws}; each region opened since March 2019 must be opted into. */
    private static final Set<String> ALWAYS_ENABLED = Set.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ap-south-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-southeast-1",
            "ap-southeast-2",
            "ca-central-1",
            "eu-central-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-north-1",
            "sa-east-1");

    private static final Pattern BARRED = Pattern.compile(
            "(?:explicit deny in a|no) ((?:service|resource) control policy)(?:: (arn:[^\\s,]+))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RATE = Pattern.compile("(?i)\\b(rate|throttl|too many requests)");
    private static final Pattern ACTION = Pattern.compile("not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9*]+)");

    static boolean isThrottling(int status, String code) {
        return THROTTLING.contains(code) || status == 429 || status == 509;
    }

    boolean throttling() {
        return !html && (isThrottling(status, code) || isRateLimit());
    }

    /** The same code says that there are too many calls (Kinesis) and that there are too many things (everybody else). */
    private boolean isRateLimit() {
        return code.equals("LimitExceededException") && RATE.matcher(message).find();
    }

    /** Worth asking again, as far as the service is concerned. */
    boolean passing() {
        return TRANSIENT.contains(code) || TRANSIENT_STATUS.contains(status);
    }

    boolean expired() {
        return EXPIRED.contains(code);
    }

    /** May come of a wrong clock. */
    boolean skewed() {
        return SKEWED.contains(code);
    }

    /** S3 may mean that the bucket lives elsewhere. */
    boolean redirected() {
        return status == 301 || status == 307 || status == 308 || REDIRECTED.contains(code);
    }

    boolean unsupported() {
        return html ? UNSUPPORTED_HTML.contains(status) : UNSUPPORTED.contains(code) || status == 501;
    }

    /** What the caller is told, once nothing more can be tried. */
    Answer.Failure answer(Call call, Endpoint.Found asked) {
        Matcher barred = BARRED.matcher(message);
        if (call.absentOn().contains(code)) {
            return new Answer.Absent(code, message);
        }
        if (unsupported()) {
            return new Answer.Unsupported(html ? "HTTP %d without an answer of AWS".formatted(status) : message);
        }
        if (throttling()) {
            return new Answer.Throttled(message);
        }
        if (DENIED.contains(code) && barred.find()) {
            String policy = barred.group(2) == null ? barred.group(1) : barred.group(2);
            return new Answer.Barred(policy.startsWith("arn:") ? policy : policy.toLowerCase(Locale.ROOT), message);
        }
        if (DENIED.contains(code)) {
            return new Answer.Denied(action(call, asked), message);
        }
        if (UNKNOWN_CREDENTIALS.contains(code) && mayBeOptedOut(call.access().partition(), asked.signingRegion())) {
            return new Answer.OptedOut(message);
        }
        return new Answer.Failed(code, message);
    }

    private static boolean mayBeOptedOut(String partition, String region) {
        return partition.equals("aws") && !ALWAYS_ENABLED.contains(region);
    }

    private String action(Call call, Endpoint.Found asked) {
        Matcher named = ACTION.matcher(message);
        return named.find()
                ? named.group(1)
                : ACTION_PREFIXES.getOrDefault(asked.signingName(), asked.signingName()) + ":" + call.operation();
    }
}
