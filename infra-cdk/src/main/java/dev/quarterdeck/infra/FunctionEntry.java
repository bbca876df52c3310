package dev.quarterdeck.infra;

import java.util.List;

/** One function of the manifest. */
record FunctionEntry(String name, String purpose, Code code, Size size, List<Trigger> triggers, Needs needs) {
    FunctionEntry {
        triggers = List.copyOf(triggers);
    }

    /** Which class answers, and the folder under functions/ whose closure it is deployed with. */
    record Code(String module, String handler) {}

    /** Its storage is what it may write to /tmp. */
    record Size(int memoryMiB, int timeoutSeconds, int storageMiB) {
        /** What each has of it without a word. */
        static final int LEAST_STORAGE = 512;

        /** A snapshot takes no more of /tmp along: with more of it, each start is one from nothing. */
        boolean hasSnapshot() {
            return storageMiB == LEAST_STORAGE;
        }
    }

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
