package dev.quarterdeck.platform.local.workflows;

import java.time.Instant;

/** An entry of an execution's history. */
record Event(long number, Instant at, Happening what) {
    /** For how many events of Step Functions it stands: the limit of a history is held here as it is there. */
    int weight() {
        return switch (what) {
            case Happening.Scheduled _ -> 2;
            case Happening.Entered _, Happening.Exited _, Happening.Submitted _, Happening.Answered _ -> 1;
            case Happening.Succeeded _, Happening.Failed _, Happening.Broken _ -> 1;
            case Happening.Beaten _ -> 0;
        };
    }
}
