package dev.quarterdeck.local;

/** What the process tells the shell that started it. */
enum ExitCode {
    COMPLETE(0),
    /** A fault of ours; never expected. */
    BUG(1),
    USAGE(2),
    GAPS(3),
    UNREADABLE(4),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
