package dev.quarterdeck.wire;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A role and the session that is wanted of it. {@code policy} narrows the session; {@code tags} go with it. The name is the
 * same from call to call, so that it can be written into trust policies and found in CloudTrail.
 */
public record RoleSession(
        String roleArn,
        String name,
        Optional<String> externalId,
        Optional<String> sourceIdentity,
        Duration duration,
        Scope scope) {
    private static final String NAME = "[\\w+=,.@-]{2,64}";
    private static final int LONGEST_POLICY =
            2_048; // STS takes no more, and a session without its policy may do too much

    /** What narrows and marks a session. */
    public record Scope(Optional<String> policy, Map<String, String> tags) {
        public static final Scope WHOLE = new Scope(Optional.empty(), Map.of());

        public Scope {
            tags = Map.copyOf(tags);
            if (policy.orElse("").length() > LONGEST_POLICY) {
                throw new IllegalArgumentException("a session policy has at most %d characters, not %d"
                        .formatted(LONGEST_POLICY, policy.orElse("").length()));
            }
        }
    }

    public RoleSession {
        if (!roleArn.matches("arn:[\\w-]+:iam::\\d{12}:role/[\\x21-\\x7e]+")) {
            throw new IllegalArgumentException(
                    "role must be an ARN like arn:aws:iam::123456789012:role/name: '%s'".formatted(roleArn));
        }
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("session name must match %s: '%s'".formatted(NAME, name));
        }
    }

    /** An hour as {@code quarterdeck-<purpose>}. */
    public static RoleSession of(String roleArn, String purpose, Optional<String> externalId) {
        return new RoleSession(
                roleArn, "quarterdeck-" + purpose, externalId, Optional.empty(), Duration.ofHours(1), Scope.WHOLE);
    }

    /** The same under another name. */
    public RoleSession named(String other) {
        return new RoleSession(roleArn, other, externalId, sourceIdentity, duration, scope);
    }

    /** The same with no other right than what this policy leaves of the role's. */
    public RoleSession narrowedTo(String policy) {
        return new RoleSession(
                roleArn, name, externalId, sourceIdentity, duration, new Scope(Optional.of(policy), scope.tags()));
    }

    public String account() {
        return roleArn.split(":", 6)[4];
    }

    Map<String, Object> input(Duration longest) {
        Map<String, Object> input = new LinkedHashMap<>();
        input.put("RoleArn", roleArn);
        input.put("RoleSessionName", name);
        input.put("DurationSeconds", Math.min(duration.toSeconds(), longest.toSeconds()));
        externalId.ifPresent(id -> input.put("ExternalId", id));
        sourceIdentity.ifPresent(who -> input.put("SourceIdentity", who));
        scope.policy().ifPresent(text -> input.put("Policy", text));
        if (!scope.tags().isEmpty()) {
            List<Map<String, String>> tags = scope.tags().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
                    .toList();
            input.put("Tags", tags);
        }
        return input;
    }
}
