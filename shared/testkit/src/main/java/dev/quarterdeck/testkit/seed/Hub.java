package dev.quarterdeck.testkit.seed;

import java.util.Map;

/** What lets the hub in: its own user in the management account, and in each account a role that trusts this user. */
final class Hub {
    static final String USER = "quarterdeck-hub";
    static final String ROLE = "quarterdeck-read";

    private final Site management;

    Hub(Site management) {
        this.management = management;
    }

    /** Makes the user; the answer holds its key. */
    Reply user() {
        management.ask("iam", "CreateUser", Map.of("UserName", USER));
        management.ask(
                "iam",
                "PutUserPolicy",
                Map.of("UserName", USER, "PolicyName", "enter", "PolicyDocument", Policies.allowing("sts:AssumeRole")));
        return management.ask("iam", "CreateAccessKey", Map.of("UserName", USER));
    }

    Estate.Entrance entrance(Site site) {
        String externalId = "tidewater-" + site.account();
        site.ask(
                "iam",
                "CreateRole",
                Map.of(
                        "RoleName",
                        ROLE,
                        "AssumeRolePolicyDocument",
                        Policies.trusting(
                                management.globalArn("iam", "user/" + USER), Map.of("sts:ExternalId", externalId))));
        site.ask(
                "iam",
                "PutRolePolicy",
                Map.of(
                        "RoleName",
                        ROLE,
                        "PolicyName",
                        "read",
                        "PolicyDocument",
                        Policies.allowing("*:Describe*", "*:Get*", "*:List*")));
        return new Estate.Entrance(
                site.account(), site.tenant().name(), site.globalArn("iam", "role/" + ROLE), externalId);
    }
}
