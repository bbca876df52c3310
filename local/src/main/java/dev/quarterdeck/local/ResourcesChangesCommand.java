package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck resources changes}. */
@Command(
        name = "changes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows what became of one resource, field by field, the newest first.",
        description = {"", "What is gone is known by its uid, or by its name --at an instant when it was there."},
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck resources changes i-0abc1234",
            "  quarterdeck resources changes old-queue --at 2026-01-31T12:00:00Z"
        })
final class ResourcesChangesCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ResourceChoice resource = new ResourceChoice();

    @Option(names = "--at", paramLabel = "INSTANT", description = "what had that name then")
    private Optional<String> at = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    ResourcesChangesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> list(hub, desk));
    }

    private int list(HubClient hub, HubDesk desk) {
        List<Fields> changes = hub.all(resource.path(hub, at) + "/changes", Map.of());
        desk.list(changes, table -> ChangeTable.words(changes, table));
        if (changes.isEmpty()) {
            desk.say("No change of it is known");
        }
        return ExitCode.COMPLETE.number();
    }
}
