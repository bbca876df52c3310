package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Membership;
import dev.quarterdeck.accounts.organization.OrganizationView;
import dev.quarterdeck.accounts.organization.Picture;
import dev.quarterdeck.accounts.organization.StackInstance;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.List;
import java.util.Map;

/** The organization through AWS's own API, with credentials of its management account or of a delegated administrator. */
public record WireOrganization(AwsApi api, Access access, String region) implements OrganizationView {
    private static final String STACK_SETS = "member.org.stacksets.cloudformation.amazonaws.com";

    @Override
    public Asked<Picture> picture() {
        return switch (organization()) {
            case Asked.Got<Fields>(var organization) -> picture(organization);
            case Asked.Not<Fields>(var trouble) -> new Asked.Not<>(trouble);
        };
    }

    private Asked<Fields> organization() {
        return Told.ask(api, call("DescribeOrganization", Map.of()))
                .map(answer -> Fields.of(answer).object("Organization"));
    }

    private Asked<Picture> picture(Fields organization) {
        String id = organization.text("Id");
        AccountId management = management(organization);
        return switch (new UnitWalk(this, id, management).members()) {
            case Asked.Got<UnitWalk.Walked>(var walked) ->
                new Asked.Got<>(new Picture(id, management, walked.root(), walked.members()));
            case Asked.Not<UnitWalk.Walked>(var trouble) -> new Asked.Not<>(trouble);
        };
    }

    @Override
    public Asked<Boolean> trustsStackSets() {
        return list("ListAWSServiceAccessForOrganization", Map.of(), "EnabledServicePrincipals[]")
                .map(services -> services.stream()
                        .anyMatch(service -> service.text("ServicePrincipal").equals(STACK_SETS)));
    }

    @Override
    public Asked<List<StackInstance>> stacks(String stackSet) {
        return switch (organization()) {
            case Asked.Got<Fields>(var organization) -> stacks(stackSet, callAs(organization));
            case Asked.Not<Fields>(var trouble) -> new Asked.Not<>(trouble);
        };
    }

    /** The management account is no delegated administrator of itself. */
    private String callAs(Fields organization) {
        return management(organization).value().equals(access.account()) ? "SELF" : "DELEGATED_ADMIN";
    }

    private Asked<List<StackInstance>> stacks(String stackSet, String callAs) {
        var input = Map.of("StackSetName", stackSet, "CallAs", callAs);
        var call = Call.of("cloudformation", "ListStackInstances", input, access, region);
        return Told.all(api, call, "Summaries[]")
                .map(all -> all.stream().map(WireOrganization::instance).toList());
    }

    Asked<List<Fields>> list(String operation, Map<String, ?> input, String items) {
        return Told.all(api, call(operation, input), items);
    }

    private static AccountId management(Fields organization) {
        return new AccountId(organization.text("MasterAccountId"));
    }

    private Call call(String operation, Map<String, ?> input) {
        return Call.of("organizations", operation, input, access, region);
    }

    /** {@code StackInstanceStatus} tells what it is called; {@code Status} whether it is up to date. */
    private static StackInstance instance(Fields summary) {
        String detailed = summary.maybeObject("StackInstanceStatus")
                .flatMap(status -> status.maybeText("DetailedStatus"))
                .orElse(summary.maybeText("Status").orElse(""));
        var state = switch (detailed) {
            case "SUCCEEDED", "CURRENT" -> StackInstance.State.DONE;
            case "PENDING", "RUNNING", "OUTDATED" -> StackInstance.State.RUNNING;
            default -> StackInstance.State.FAILED;
        };
        return new StackInstance(
                new AccountId(summary.text("Account")),
                state,
                summary.maybeText("StatusReason").orElse(detailed));
    }

    static Membership place(String organization, List<String> units, boolean management) {
        return new Membership(
                organization, units.getLast(), organization + "/" + String.join("/", units) + "/", management);
    }
}
