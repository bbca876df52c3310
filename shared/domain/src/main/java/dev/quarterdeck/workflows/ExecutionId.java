package dev.quarterdeck.workflows;

import java.util.regex.Pattern;

/** One execution of a workflow, by the name that its starter gave it. */
public record ExecutionId(String workflow, String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    public ExecutionId {
        Workflow.checkName(workflow);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "an execution's name has 1 to 80 letters, digits, '-' and '_': '%s'".formatted(name));
        }
    }

    /** The id of this text, {@code workflow:name}. */
    public static ExecutionId parse(String text) {
        int colon = text.indexOf(':');
        return new ExecutionId(text.substring(0, Math.max(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return workflow + ":" + name;
    }
}
