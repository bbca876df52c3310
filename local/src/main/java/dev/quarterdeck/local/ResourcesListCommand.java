package dev.quarterdeck.local;

import dev.quarterdeck.local.facts.FactFolder;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck resources list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Lists the resources that answer yes to a filter.",
        description = {
            "",
            "What is not known is not listed: docs/filters.md says how filters are written and read. Where nobody looked,",
            "the last line says so."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck resources list --filter \"public = yes\" --sort account_name,-created_at",
            "  quarterdeck resources list --filter \"type = ec2:instance and tag.Owner unknown at -2d\"",
            "  quarterdeck resources list --in facts --fields type,name,config.Arn --output csv"
        })
final class ResourcesListCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "of a folder that 'scan --out' wrote (default: of what the hub knows)")
    private Optional<Path> folder = Optional.empty();

    @Mixin
    private ListWish wish = new ListWish();

    @Option(names = "--at", paramLabel = "INSTANT", description = "as they were then, as in 2026-01-31T12:00:00Z")
    private Optional<String> at = Optional.empty();

    @Mixin
    private HubAddress hub = new HubAddress();

    ResourcesListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return folder.map(this::ofFolder).orElseGet(this::ofHub);
    }

    private int ofFolder(Path path) {
        if (at.isPresent()) {
            throw Refusal.usage("--at: a folder holds one scan only: look back in a hub, without --in");
        }
        if (wish.view.isPresent()) {
            throw Refusal.usage("--view: views are a hub's: say --filter with --in");
        }
        new ListedFolder(shell, wish, FactFolder.open(path, "--in")).show();
        return ExitCode.COMPLETE.number();
    }

    private int ofHub() {
        return new HubDesk(shell, hub, Form.table).with(known -> {
            new ListedHub(shell, wish, at).show(known);
            return ExitCode.COMPLETE.number();
        });
    }
}
