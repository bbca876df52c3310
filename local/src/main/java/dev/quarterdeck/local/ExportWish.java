package dev.quarterdeck.local;

import dev.quarterdeck.inventory.asking.FileForm;
import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Of which resources somebody wants a file, and what kind of one. */
final class ExportWish {
    private static final String STDOUT = "-";

    /** The names are what people type. */
    enum Format {
        csv,
        ndjson,
        parquet
    }

    @Option(names = "--view", paramLabel = "NAME", description = "as a view says, where nothing else is said")
    Optional<String> view = Optional.empty();

    @Option(names = "--filter", paramLabel = "TEXT", description = "which (default: all)")
    private Optional<String> filter = Optional.empty();

    @Option(
            names = "--fields",
            paramLabel = "FIELDS",
            description = "what of each, joined by commas (default: all but config)")
    private Optional<String> fields = Optional.empty();

    @Option(
            names = "--sort",
            paramLabel = "FIELDS",
            description = "by what, joined by commas; a minus turns the order round")
    private Optional<String> sort = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "${COMPLETION-CANDIDATES}")
    private Format format = Format.csv;

    @Option(names = "--bom", description = "begin csv with the mark by which some spreadsheets know UTF-8")
    private boolean bom;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "where to; - is standard output")
    private Path out = Path.of(STDOUT);

    /** Refuses what cannot be. */
    FileForm form() {
        if (format == Format.parquet && isForStdout()) {
            throw Refusal.usage("--out: parquet is no text: name a file");
        }
        try {
            return new FileForm(FileForm.Kind.parse(format.name()), bom);
        } catch (IllegalArgumentException e) {
            throw Refusal.usage("--bom: " + e.getMessage());
        }
    }

    boolean isForStdout() {
        return out.toString().equals(STDOUT);
    }

    Path out() {
        return out;
    }

    Wording wording() {
        return new Wording(filter, fields, sort, Optional.empty());
    }

    Json.Obj json(Optional<String> at) {
        return new Members()
                .put("format", form().kind().toString())
                .put("bom", bom)
                .maybe("filter", filter)
                .maybe("fields", fields)
                .maybe("sort", sort)
                .maybe("at", at)
                .json();
    }
}
