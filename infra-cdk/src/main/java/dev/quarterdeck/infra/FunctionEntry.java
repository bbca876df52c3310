package dev.quarterdeck.infra;

import java.util.List;

/** One function of the manifest. */
record FunctionEntry(String name, String purpose, Code code, Size size, List<Trigger> triggers, Needs needs) {
    FunctionEntry {
        triggers = List.copyOf(triggers);
    }

    /** Which class answers, and the folder under functions/ whose closure it is deployed with. */
    record Code(String module, String handler) {}

    record Size(int memoryMiB, int timeoutSeconds) {}

    /** What it reads from its environment, and what it may do. */
    record Needs(List<String> environment, List<Permission> permissions) {
        Needs {
            environment = List.copyOf(environment);
            permissions = List.copyOf(permissions);
        }
    }

    /** What the function, its role and its proxy in tests are called. */
    String deployedName() {
        return "quarterdeck-" + name;
    }
}
