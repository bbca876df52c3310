package dev.quarterdeck.platform.aws.workflows;

import dev.quarterdeck.workflows.ExecutionId;

/** Where the hub's state machines are: the ARN that all of theirs begin with, up to the workflow's own name. */
public record Machines(String prefix) {
    private static final String MACHINE = ":stateMachine:";

    public Machines {
        if (!prefix.startsWith("arn:") || !prefix.contains(MACHINE)) {
            throw new IllegalArgumentException("no state machine's ARN begins like '%s'".formatted(prefix));
        }
    }

    String of(String workflow) {
        return prefix + workflow;
    }

    String of(ExecutionId id) {
        return "%s:%s".formatted(of(id.workflow()).replace(MACHINE, ":execution:"), id.name());
    }
}
