package dev.quarterdeck.infra;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * The one role that may enter accounts, apart from everything: the trust policy of every account names it, and a role that
 * is made again under the same name is another role to all of them.
 */
final class BrokerStack extends Stack {
    private final Role role;

    BrokerStack(Construct scope, String id, FunctionEntry broker, Grants grants) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("Quarterdeck: the role that accounts trust. Deleting this stack leaves it there.")
                        .build());
        role = HubFunction.role(this, "Role", broker, grants.of(broker));
        role.applyRemovalPolicy(RemovalPolicy.RETAIN);
    }

    /** The role as others may use it: nobody outside this stack adds to it. */
    IRole role() {
        return role.withoutPolicyUpdates();
    }
}
