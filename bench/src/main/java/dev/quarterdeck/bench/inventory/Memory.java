package dev.quarterdeck.bench.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process takes of the machine's memory, in MB, as Linux says. */
final class Memory {
    private Memory() {}

    static long now() throws IOException {
        return line("self", "VmRSS:");
    }

    static long most() throws IOException {
        return line("self", "VmHWM:");
    }

    /** The same of another process. */
    static long most(long process) throws IOException {
        return line(String.valueOf(process), "VmHWM:");
    }

    private static long line(String process, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
