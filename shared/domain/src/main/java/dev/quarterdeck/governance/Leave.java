package dev.quarterdeck.governance;

import dev.quarterdeck.accounts.Stop;

/** Whether something may be done now. */
public sealed interface Leave {
    record Given() implements Leave {
        public static final Given VALUE = new Given();
    }

    record Withheld(Stop by) implements Leave {}
}
