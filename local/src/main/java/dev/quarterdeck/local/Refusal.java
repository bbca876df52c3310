package dev.quarterdeck.local;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

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
        return switch (e) {
            case NoSuchFileException _ -> "there is no such file or folder";
            case AccessDeniedException _ -> "permission denied";
            case FileAlreadyExistsException _ -> "it is not a folder";
            case NotDirectoryException _ -> "it is not a folder";
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }

    ExitCode code() {
        return code;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
