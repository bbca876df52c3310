package dev.quarterdeck.local;

import dev.quarterdeck.local.facts.FactFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck resources export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Writes all resources that answer yes to a filter into a file.",
        description = {
            "",
            "All that the list counts, in its order, as of the moment of asking. The file is there whole or not at all. In csv a",
            "text that a spreadsheet would take for a formula begins with an apostrophe: docs/exporting.md."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the file is there",
            " 2:the filter, the fields or the file cannot be",
            " 4:the hub does not answer, you may not, or it could not be written there"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck resources export --filter \"public = yes\" --format csv --out public.csv",
            "  quarterdeck resources export --fields type,name,tags,config --format parquet --out all.parquet",
            "  quarterdeck resources export --at 2026-01-31T12:00:00Z --format ndjson --out - | jq .name"
        })
final class ResourcesExportCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ExportWish wish = new ExportWish();

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "of a folder that 'scan --out' wrote (default: of what the hub knows)")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--at", paramLabel = "INSTANT", description = "as they were then, as in 2026-01-31T12:00:00Z")
    private Optional<String> at = Optional.empty();

    @Mixin
    private HubAddress hub = new HubAddress();

    ResourcesExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var _ = wish.form();
        folder.ifPresentOrElse(this::ofFolder, this::ofHub);
        return ExitCode.COMPLETE.number();
    }

    private void ofFolder(Path path) {
        if (at.isPresent()) {
            throw Refusal.usage("--at: a folder holds one scan only: look back in a hub, without --in");
        }
        if (wish.view.isPresent()) {
            throw Refusal.usage("--view: views are a hub's: say --filter with --in");
        }
        new ExportedFolder(shell, wish, FactFolder.open(path, "--in")).write();
    }

    private void ofHub() {
        var _ = new HubDesk(shell, hub, Form.table).with(known -> {
            new ExportedHub(shell, wish, at).write(known);
            return ExitCode.COMPLETE.number();
        });
    }
}
