package dev.quarterdeck.infra;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;

/** One statement of a role; where it has a wildcard, what the resource ends with and why it must. */
record Grant(PolicyStatement statement, Optional<Wildcard> wildcard) {
    record Wildcard(String end, String why) {}

    static Grant of(String sid, List<String> actions, List<String> resources) {
        return new Grant(
                PolicyStatement.Builder.create()
                        .sid(sid)
                        .actions(actions)
                        .resources(resources)
                        .build(),
                Optional.empty());
    }

    Grant because(String end, String why) {
        return new Grant(statement, Optional.of(new Wildcard(end, why)));
    }

    /** The role that has just these rights, as part of it, each of their wildcards accepted by name. */
    static Role role(Role.Builder begun, List<Grant> grants) {
        var rights = new PolicyDocument();
        grants.stream().map(Grant::statement).forEach(rights::addStatements);
        Role role = begun.inlinePolicies(Map.of("rights", rights)).build();
        grants.stream()
                .flatMap(grant -> grant.wildcard().stream())
                .forEach(wildcard -> Accepted.wildcard(role, wildcard));
        return role;
    }
}
