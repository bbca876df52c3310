package dev.quarterdeck.testkit.seed;

import java.util.List;
import java.util.Map;

/** IAM of one account: people's groups, machines' users with keys, roles, policies, the password policy. */
final class Identities {
    static final String FUNCTION_ROLE = "tidewater-functions";
    static final String SERVER_ROLE = "tidewater-servers";

    private final Site site;

    Identities(Site site) {
        this.site = site;
    }

    void plant() {
        site.ask(
                "iam",
                "CreateAccountAlias",
                Map.of("AccountAlias", "tidewater-" + site.tenant().name()));
        site.ask(
                "iam",
                "UpdateAccountPasswordPolicy",
                Map.of("MinimumPasswordLength", 14, "RequireNumbers", true, "RequireSymbols", true));
        role(FUNCTION_ROLE, Map.of("Service", "lambda.amazonaws.com"));
        role(SERVER_ROLE, Map.of("Service", "ec2.amazonaws.com"));
        site.ask("iam", "CreateInstanceProfile", Map.of("InstanceProfileName", SERVER_ROLE));
        site.ask(
                "iam", "AddRoleToInstanceProfile", Map.of("InstanceProfileName", SERVER_ROLE, "RoleName", SERVER_ROLE));
        for (String group : List.of("operators", "auditors")) {
            site.ask("iam", "CreateGroup", Map.of("GroupName", group));
        }
        site.ask(
                "iam",
                "PutGroupPolicy",
                Map.of(
                        "GroupName", "auditors",
                        "PolicyName", "look",
                        "PolicyDocument", Policies.allowing("ec2:Describe*", "s3:List*")));
        user("on-call", "operators");
        user("backup-agent", "operators");
        user("external-audit", "auditors");
        site.tenant().workloads().forEach(this::plant);
        federation();
    }

    private void federation() {
        site.ask("iam", "CreateVirtualMFADevice", Map.of("VirtualMFADeviceName", "on-call"));
        site.ask(
                "iam",
                "CreateOpenIDConnectProvider",
                Map.of(
                        "Url", "https://builds.tidewater.example",
                        "ClientIDList", List.of("sts.amazonaws.com"),
                        "ThumbprintList", List.of("990f4193972f2becf12ddeda5237f9c952f20d9e")));
        site.ask(
                "iam",
                "CreateSAMLProvider",
                Map.of("Name", "staff", "SAMLMetadataDocument", "<EntityDescriptor/>" + " ".repeat(1000)));
        site.ask(
                "iam",
                "UploadServerCertificate",
                Map.of(
                        "ServerCertificateName", "legacy",
                        "CertificateBody", "-----BEGIN CERTIFICATE-----",
                        "PrivateKey", Canary.of("private-key")));
    }

    private void plant(Workload workload) {
        String name = "tidewater-" + workload.name();
        role(name, Map.of("Service", "ecs-tasks.amazonaws.com"));
        String policy = site.ask(
                        "iam",
                        "CreatePolicy",
                        Map.of(
                                "PolicyName", name,
                                "PolicyDocument", Policies.allowing("s3:GetObject", "sqs:*"),
                                "Tags", Tags.list(site, workload)))
                .text("Policy.Arn");
        site.ask("iam", "AttachRolePolicy", Map.of("RoleName", name, "PolicyArn", policy));
        deployer(workload);
    }

    private void deployer(Workload workload) {
        String name = "deploy-" + workload.name();
        site.ask("iam", "CreateUser", Map.of("UserName", name, "Tags", Tags.list(site, workload)));
        site.ask("iam", "CreateAccessKey", Map.of("UserName", name));
        site.ask(
                "iam",
                "PutUserPolicy",
                Map.of("UserName", name, "PolicyName", "deploy", "PolicyDocument", Policies.allowing("*")));
    }

    private void user(String name, String group) {
        site.ask("iam", "CreateUser", Map.of("UserName", name));
        site.ask("iam", "AddUserToGroup", Map.of("UserName", name, "GroupName", group));
        site.ask("iam", "CreateLoginProfile", Map.of("UserName", name, "Password", Canary.of("login-" + name) + "A1!"));
    }

    private void role(String name, Map<String, String> principal) {
        site.ask(
                "iam",
                "CreateRole",
                Map.of(
                        "RoleName", name,
                        "AssumeRolePolicyDocument", Policies.trusting(principal),
                        "Tags", List.of(Map.of("Key", "team", "Value", "platform"))));
    }
}
