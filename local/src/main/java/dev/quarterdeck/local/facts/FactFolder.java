package dev.quarterdeck.local.facts;

import dev.quarterdeck.inventory.find.Known;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.Refusal;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A folder that {@code scan --out} wrote, to be read. */
public final class FactFolder implements Known {
    /** The format this version writes and reads; it changes only when a column changes its meaning or goes. */
    public static final int FORMAT = 1;

    private final Path folder;
    private final Json.Obj run;

    private FactFolder(Path folder, Json.Obj run) {
        this.folder = folder;
        this.run = run;
    }

    /** {@code option} is the option that named the folder, for the sentence that refuses it. */
    public static FactFolder open(Path folder, String option) {
        Path file = folder.resolve(FactFile.RUN.fileName());
        if (!Files.isRegularFile(file)) {
            throw Refusal.usage(
                    "%s: there is no finished scan in '%s' (no run.json): make one with 'quarterdeck scan --out %s'"
                            .formatted(option, folder, folder));
        }
        try {
            Json.Obj run = JsonText.object(Files.readString(file));
            if (!run.get("format").equals(Optional.of(Json.of(FORMAT)))) {
                throw Refusal.usage("%s: '%s' was written in format %s, and this version reads format %d: scan again"
                        .formatted(
                                option,
                                folder,
                                run.get("format").map(Json::text).orElse("unknown"),
                                FORMAT));
            }
            return new FactFolder(folder, run);
        } catch (IOException e) {
            throw Refusal.usage("%s: '%s' is not a run.json of a scan (%s): scan again"
                    .formatted(option, file, firstLine(Refusal.why(e))));
        }
    }

    public Json.Obj run() {
        return run;
    }

    public Path path(FactFile file) {
        return folder.resolve(file.fileName());
    }

    /** Gives every row of the file, front to back. */
    public void rows(FactFile file, Consumer<Json.Obj> sink) {
        lines(file, (_, row) -> sink.accept(row));
    }

    @Override
    public void resources(Consumer<Json.Obj> taker) {
        rows(FactFile.RESOURCES, taker);
    }

    @Override
    public void edges(Consumer<Json.Obj> taker) {
        rows(FactFile.EDGES, taker);
    }

    /** Gives every row with the line that spells it. */
    void lines(FactFile file, BiConsumer<String, Json.Obj> sink) {
        int number = 0;
        try (BufferedReader reader = Files.newBufferedReader(path(file))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                sink.accept(line, JsonText.object(line));
                number++;
            }
        } catch (IOException e) {
            throw Refusal.usage("'%s' line %d cannot be read (%s): scan again"
                    .formatted(path(file), number + 1, firstLine(Refusal.why(e))));
        }
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
