package dev.quarterdeck.testkit.seed;

import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The company's accounts: one organization with units for workloads and experiments. */
final class Organization {
    private final AwsApi api;
    private final Access managementAccess;
    private final String region;

    Organization(AwsApi api, Access managementAccess, String region) {
        this.api = api;
        this.managementAccess = managementAccess;
        this.region = region;
    }

    /** The accounts, the management account first. */
    List<Tenant> plant(int accounts) {
        var management = management();
        management.ask("organizations", "CreateOrganization", Map.of("FeatureSet", "ALL"));
        String root = management.ask("organizations", "ListRoots", Map.of()).text("Roots.0.Id");
        String workloads = unit(management, root, "workloads");
        String experiments = unit(management, root, "experiments");
        guardrail(management);
        var tenants = new ArrayList<>(List.of(management.tenant()));
        for (int place = 1; place < accounts; place++) {
            var tenant = account(management, place);
            String unit = place <= 2 ? workloads : experiments;
            management.ask(
                    "organizations",
                    "MoveAccount",
                    Map.of("AccountId", tenant.id(), "SourceParentId", root, "DestinationParentId", unit));
            tenants.add(tenant);
        }
        return tenants;
    }

    private static void guardrail(Site management) {
        var content = Policies.denying("organizations:LeaveOrganization", "cloudtrail:StopLogging");
        management.ask(
                "organizations",
                "CreatePolicy",
                Map.of(
                        "Name", "guardrails",
                        "Description", "What no account may do",
                        "Type", "SERVICE_CONTROL_POLICY",
                        "Content", content));
    }

    private Site management() {
        var unknown = new Site(api, managementAccess, Tenant.at(0, managementAccess.account()), region);
        String id = unknown.ask("sts", "GetCallerIdentity", Map.of()).text("Account");
        return new Site(api, managementAccess, Tenant.at(0, id), region);
    }

    private static String unit(Site management, String root, String name) {
        return management
                .ask("organizations", "CreateOrganizationalUnit", Map.of("ParentId", root, "Name", name))
                .text("OrganizationalUnit.Id");
    }

    private static Tenant account(Site management, int place) {
        String name = Tenant.at(place, "").name();
        var input = Map.of(
                "AccountName", "tidewater-" + name,
                "Email", name + "@tidewater.example",
                "Tags", List.of(Map.of("Key", "environment", "Value", name)));
        String id = management.ask("organizations", "CreateAccount", input).text("CreateAccountStatus.AccountId");
        return Tenant.at(place, id);
    }
}
