package dev.quarterdeck.infra;

import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** One statement of a function's role; where it has a wildcard, what the resource ends with and why it must. */
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
}
