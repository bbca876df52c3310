package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Inside;
import dev.quarterdeck.accounts.roles.RoleTrust;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** One session's view of its account. */
final class WireInside implements Inside {
    private final AwsApi api;
    private final WireAccess.Session session;
    private final Reading reading;

    WireInside(AwsApi api, WireAccess.Session session, Reading reading) {
        this.api = api;
        this.session = session;
        this.reading = reading;
    }

    @Override
    public Asked<Identity> identity() {
        return ask("sts", "GetCallerIdentity", Map.of())
                .map(answer -> new Identity(answer.text("Account"), answer.text("Arn")));
    }

    @Override
    public Asked<Role> role(RoleArn arn) {
        return ask("iam", "GetRole", Map.of("RoleName", arn.name()))
                .map(answer -> answer.object("Role"))
                .map(WireInside::role);
    }

    private static Role role(Fields role) {
        return new Role(
                new RoleTrust(role.object("AssumeRolePolicyDocument").json()),
                Duration.ofSeconds(role.maybeWhole("MaxSessionDuration").orElse(3600L)),
                role.maybeObject("PermissionsBoundary").flatMap(it -> it.maybeText("PermissionsBoundaryArn")),
                role.objects("Tags").stream()
                        .collect(Collectors.toMap(tag -> tag.text("Key"), tag -> tag.text("Value"))));
    }

    @Override
    public List<Right> rights() {
        return reading.rights(session);
    }

    @Override
    public Asked<SortedSet<String>> regions() {
        return OpenRegions.ask(api, session.access(), session.region());
    }

    private Asked<Fields> ask(String service, String operation, Map<String, ?> input) {
        return Told.ask(api, Call.of(service, operation, input, session.access(), session.region()))
                .map(Fields::of);
    }
}
