package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck scans list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Lists a hub's scans, newest first.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  quarterdeck scans list", "  quarterdeck scans list --output ndjson | jq -r .status"})
final class ScansListCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private HubOptions options = new HubOptions();

    ScansListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> list(hub, desk));
    }

    private static int list(HubClient hub, HubDesk desk) {
        List<Fields> scans = hub.all(ScanWords.PATH, Map.of());
        desk.list(scans, table -> ScanWords.list(scans, table));
        if (scans.isEmpty()) {
            desk.say("No scan: 'quarterdeck scans start' begins one");
        }
        return ExitCode.COMPLETE.number();
    }
}
