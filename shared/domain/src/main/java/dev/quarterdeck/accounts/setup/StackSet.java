package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.kernel.Json;

/**
 * The roles for a whole organization: a service-managed StackSet over its root, so that accounts which join get them,
 * and a move between units deletes nothing. Where one account fails the others go on.
 */
public record StackSet(Json.Obj template, String root, String region) {
    public static final String NAME = "quarterdeck";

    public static StackSet of(RoleSetup setup, String root, String region) {
        return new StackSet(CloudFormation.template(setup), root, region);
    }

    /** A shell script that a delegated administrator runs. It never reaches the management account: StackSets do not. */
    public String commands() {
        return """
                #!/bin/sh
                # Spreads the roles by which Quarterdeck reads an organization's accounts. Run it as a delegated administrator of
                # CloudFormation StackSets; in the management account itself leave '--call-as DELEGATED_ADMIN' out.
                set -eu
                template=$(mktemp)
                trap 'rm -f "$template"' EXIT
                cat > "$template" <<'TEMPLATE'
                %s
                TEMPLATE
                aws cloudformation create-stack-set --stack-set-name %s --region %s --call-as DELEGATED_ADMIN \\
                  --permission-model SERVICE_MANAGED --auto-deployment Enabled=true,RetainStacksOnAccountRemoval=false \\
                  --managed-execution Active=true --capabilities CAPABILITY_NAMED_IAM --template-body "file://$template"
                aws cloudformation create-stack-instances --stack-set-name %s --region %s --call-as DELEGATED_ADMIN \\
                  --deployment-targets OrganizationalUnitIds=%s --regions %s \\
                  --operation-preferences FailureTolerancePercentage=100,MaxConcurrentPercentage=100,ConcurrencyMode=SOFT_FAILURE_TOLERANCE
                """.formatted(template.text(), NAME, region, NAME, region, root, region);
    }
}
