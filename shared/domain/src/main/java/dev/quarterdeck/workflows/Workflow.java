package dev.quarterdeck.workflows;

import dev.quarterdeck.kernel.Digest;
import java.util.regex.Pattern;

/** A workflow: its name, and its definition in the Amazon States Language, whose tasks stand as <code>${name}</code>. */
public record Workflow(String name, String definition) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public Workflow {
        checkName(name);
    }

    /** Names this very definition: what runs goes on with the one it began with. */
    public String hash() {
        return Digest.hex(definition);
    }

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a workflow's name is like 'run-agent': '%s'".formatted(name));
        }
    }
}
