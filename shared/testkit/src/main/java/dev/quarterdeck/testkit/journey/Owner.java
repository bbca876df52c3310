package dev.quarterdeck.testkit.journey;

import dev.quarterdeck.accounts.roles.RevokerRights;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.accounts.roles.RoleTrust;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.wire.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** An account's owner, who makes what the hub asks for, or something else. */
public final class Owner {
    public static final List<String> ALL_READS = List.of("*:Describe*", "*:Get*", "*:List*");

    private final Cloud cloud;
    private final Access access;

    Owner(Cloud cloud, Access access) {
        this.cloud = cloud;
        this.access = access;
    }

    public void readRole(String trust) {
        role(RoleNames.READ, trust, Optional.empty());
        cloud.put(access, "PutRolePolicy", "RoleName", RoleNames.READ, Cloud.allow(ALL_READS));
    }

    public void readRole(RoleTrust trust) {
        readRole(trust.document().text());
    }

    public void role(String name, String trust, Optional<String> boundary) {
        var input = new HashMap<String, Object>(Map.of("RoleName", name, "AssumeRolePolicyDocument", trust));
        boundary.ifPresent(arn -> input.put("PermissionsBoundary", arn));
        cloud.ask(access, "iam", "CreateRole", input);
    }

    /** A role that may end the sessions of these. */
    public void revokerRole(RoleTrust trust, List<String> roleNames) {
        role(RoleNames.REVOKER, trust.document().text(), Optional.empty());
        cloud.put(access, "PutRolePolicy", "RoleName", RoleNames.REVOKER, RevokerRights.document(roleNames));
    }

    /** The documents of a role's own policies, by name. */
    public Map<String, Json.Obj> policies(String role) {
        Fields all = cloud.ask(access, "iam", "GetAccountAuthorizationDetails", Map.of("Filter", List.of("Role")));
        return all.objects("RoleDetailList").stream()
                .filter(one -> one.text("RoleName").equals(role))
                .flatMap(one -> one.objects("RolePolicyList").stream())
                .collect(Collectors.toMap(
                        policy -> policy.text("PolicyName"),
                        policy -> policy.object("PolicyDocument").json()));
    }

    public void trust(String role, String trust) {
        cloud.ask(access, "iam", "UpdateAssumeRolePolicy", Map.of("RoleName", role, "PolicyDocument", trust));
    }

    /** Reads everything but what these actions read. */
    public void denyReading(List<String> actions) {
        var deny = new Members()
                .put("Effect", "Deny")
                .put("Action", actions)
                .put("Resource", "*")
                .json();
        cloud.ask(
                access,
                "iam",
                "PutRolePolicy",
                Map.of(
                        "RoleName",
                        RoleNames.READ,
                        "PolicyName",
                        "denies",
                        "PolicyDocument",
                        Cloud.document(deny).text()));
    }

    /** A user who may read, and its key. */
    public Fields reader() {
        cloud.ask(access, "iam", "CreateUser", Map.of("UserName", "reader"));
        cloud.put(access, "PutUserPolicy", "UserName", "reader", Cloud.allow(ALL_READS));
        return cloud.ask(access, "iam", "CreateAccessKey", Map.of("UserName", "reader"))
                .object("AccessKey");
    }

    /** Makes something else in the account, or changes it. */
    public Fields ask(String service, String operation, Map<String, ?> input) {
        return cloud.ask(access, service, operation, input);
    }

    /** The account's own credentials, as AWS's command line reads them. */
    public Map<String, String> environment() {
        var credentials = (AwsSessionCredentials) access.credentials().resolveCredentials();
        return Map.of(
                "AWS_ACCESS_KEY_ID", credentials.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey(),
                "AWS_SESSION_TOKEN", credentials.sessionToken(),
                "AWS_ENDPOINT_URL", cloud.endpoint(),
                "AWS_DEFAULT_REGION", Cloud.REGION);
    }
}
