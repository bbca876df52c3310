package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.Connection.ByRole;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.accounts.roles.OlderSessions;
import dev.quarterdeck.accounts.rotation.SessionEnding;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Ends the sessions of an account's roles through IAM, as the account's revoker role. */
public record WireSessionEnding(AwsApi api, Lender lender, Hand hand) implements SessionEnding {
    private static final String PURPOSE = "revoke";
    private static final Duration SHORTEST = Duration.ofMinutes(15);

    @Override
    public Optional<Trouble> end(ByRole roles, Instant before) {
        return onEach(
                roles,
                "PutRolePolicy",
                Map.of("PolicyDocument", OlderSessions.deny(before).text()));
    }

    @Override
    public Optional<Trouble> endNoMore(ByRole roles) {
        return onEach(roles, "DeleteRolePolicy", Map.of())
                .filter(trouble ->
                        trouble.kind() != Trouble.Kind.ABSENT && !trouble.what().equals("NoSuchEntity"));
    }

    /** One that fails keeps none of the others from being tried; the first trouble is told. */
    private Optional<Trouble> onEach(ByRole roles, String operation, Map<String, ?> input) {
        return switch (opened(roles)) {
            case Asked.Not<AwsCredentialsProvider>(var trouble) -> Optional.of(trouble);
            case Asked.Got<AwsCredentialsProvider>(var credentials) -> {
                var access = new Access(
                        roles.read().partition().id(), roles.read().account().value(), credentials);
                List<Trouble> troubles = roles.working().stream()
                        .flatMap(role -> on(role, operation, input, access).stream())
                        .toList();
                yield troubles.stream().findFirst();
            }
        };
    }

    private Asked<AwsCredentialsProvider> opened(ByRole roles) {
        Optional<String> id = Optional.of(roles.externalIds().current().value());
        return lender.role(hand.session(new Way.Role(roles.revoker().orElseThrow(), id, SHORTEST), PURPOSE));
    }

    private Optional<Trouble> on(RoleArn role, String operation, Map<String, ?> more, Access access) {
        var input = new LinkedHashMap<String, Object>(more);
        input.put("RoleName", role.name());
        input.put("PolicyName", OlderSessions.NAME);
        return Told.ask(api, Call.of("iam", operation, input, access, hand.region()))
                        instanceof Asked.Not<Json.Obj>(var trouble)
                ? Optional.of(trouble)
                : Optional.empty();
    }
}
