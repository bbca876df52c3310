package dev.quarterdeck.local;

import dev.quarterdeck.platform.local.Disk;
import java.io.IOException;

/** Why a command cannot go on: one sentence that names the value and says what to do. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    private Refusal(ExitCode code, String sentence) {
        super(sentence, null, false, false);
        this.code = code;
    }

    /** The command line, or a file it names, is wrong. */
    public static Refusal usage(String sentence) {
        return new Refusal(ExitCode.USAGE, sentence);
    }

    /** There are no credentials, or nothing can be read with them. */
    public static Refusal unreadable(String sentence) {
        return new Refusal(ExitCode.UNREADABLE, sentence);
    }

    /** What the file system said, in a word or two. */
    public static String why(IOException e) {
        return Disk.why(e);
    }

    ExitCode code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
