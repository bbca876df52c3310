package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.kernel.Json;

/**
 * The roles for a whole organization: a service-managed StackSet over its root, so that accounts which join get them,
 * and a move between units deletes nothing. Where one account fails the others go on.
 */
public record StackSet(Json.Obj template, Where where) {
    public static final String NAME = "quarterdeck";

    /** Over which root it goes, in which region its stacks are, and whether the management account itself makes it. */
    public record Where(String root, String region, boolean byManagement) {
        /** What the AWS command line is told of who calls; nothing in the management account. */
        private String callAs() {
            return byManagement ? "" : " --call-as DELEGATED_ADMIN";
        }

        private String caller() {
            return byManagement
                    ? "in the management account"
                    : "as a delegated administrator of CloudFormation StackSets";
        }
    }

    public static StackSet of(RoleSetup setup, Where where) {
        return new StackSet(CloudFormation.template(setup), where);
    }

    /** A shell script for the account that the hub is in. It never reaches the management account: StackSets do not. */
    public String commands() {
        return """
                #!/bin/sh
                # Spreads the roles by which Quarterdeck reads an organization's accounts. Run it
                # %s.
                set -eu
                template=$(mktemp)
                trap 'rm -f "$template"' EXIT
                cat > "$template" <<'TEMPLATE'
                %s
                TEMPLATE
                aws cloudformation create-stack-set --stack-set-name %s --region %s%s \\
                  --permission-model SERVICE_MANAGED --auto-deployment Enabled=true,RetainStacksOnAccountRemoval=false \\
                  --managed-execution Active=true --capabilities CAPABILITY_NAMED_IAM --template-body "file://$template"
                aws cloudformation create-stack-instances --stack-set-name %s --region %s%s \\
                  --deployment-targets OrganizationalUnitIds=%s --regions %s \\
                  --operation-preferences FailureTolerancePercentage=100,MaxConcurrentPercentage=100,ConcurrencyMode=SOFT_FAILURE_TOLERANCE
                """.formatted(
                        where.caller(),
                        template.text(),
                        NAME,
                        where.region(),
                        where.callAs(),
                        NAME,
                        where.region(),
                        where.callAs(),
                        where.root(),
                        where.region());
    }
}
