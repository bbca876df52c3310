package dev.quarterdeck.local;

import dev.quarterdeck.local.report.Screen;
import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds out what standard output and error are, without a native library. */
final class TerminalProbe {
    private static final int FORMAT_BITS = 0170000;
    private static final int CHARACTER_DEVICE = 0020000;
    private static final int USUAL_WIDTH = 100;
    private static final String TERMINAL = "/dev/tty";

    private TerminalProbe() {}

    static Screen probe(Map<String, String> env) {
        boolean out = isTerminal(1);
        boolean err = isTerminal(2);
        return Screen.of(out, err, out || err ? width(env) : USUAL_WIDTH, env);
    }

    /** A character device that is not the one that swallows everything. */
    private static boolean isTerminal(int descriptor) {
        try {
            Path path = Path.of("/dev/fd", Integer.toString(descriptor));
            int mode = (Integer) Files.getAttribute(path, "unix:mode");
            return (mode & FORMAT_BITS) == CHARACTER_DEVICE
                    && !Files.getAttribute(path, "unix:rdev")
                            .equals(Files.getAttribute(Path.of("/dev/null"), "unix:rdev"));
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .isPresent();
        }
    }

    private static int width(Map<String, String> env) {
        try {
            String columns = env.getOrDefault("COLUMNS", "");
            return Integer.parseInt(columns.isEmpty() ? askTerminal() : columns);
        } catch (NumberFormatException | IOException _) {
            return USUAL_WIDTH;
        }
    }

    private static String askTerminal() throws IOException {
        Process stty = new ProcessBuilder("stty", "size")
                .redirectInput(new File(TERMINAL))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        return answer.substring(answer.indexOf(' ') + 1);
    }
}
