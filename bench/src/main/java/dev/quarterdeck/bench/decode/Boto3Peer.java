package dev.quarterdeck.bench.decode;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** boto3 in a process of its own that measures itself; one line asks, one line answers. */
final class Boto3Peer implements AutoCloseable {
    private final Process process;
    private final PrintWriter out;
    private final BufferedReader in;

    Boto3Peer(Path python, Path script, Path pages) throws IOException {
        process = new ProcessBuilder(python.toString(), script.toString(), pages.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        in = process.inputReader(StandardCharsets.UTF_8);
    }

    String content(int page) {
        return ask("content " + page);
    }

    double cpuSeconds(int page, int rounds) {
        return Double.parseDouble(ask("time " + page + " " + rounds));
    }

    private String ask(String line) {
        out.println(line);
        try {
            String answer = in.readLine();
            if (answer == null) {
                throw new IllegalStateException("boto3's process ended at '%s'".formatted(line));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        out.close();
        process.destroy();
    }
}
