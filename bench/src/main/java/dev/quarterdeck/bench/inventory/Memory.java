package dev.quarterdeck.bench.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process takes of the machine's memory, in MB, as Linux says. */
final class Memory {
    private Memory() {}

    static long now() throws IOException {
        return line("VmRSS:");
    }

    static long most() throws IOException {
        return line("VmHWM:");
    }

    private static long line(String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
