package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck scans show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows how far a scan has come, and what could not be read, and why.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = "  quarterdeck scans show 20260131-120000-4f2a")
final class ScansShowCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ScanChoice scan = new ScanChoice();

    @Mixin
    private HubOptions options = new HubOptions();

    ScansShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> show(hub, desk));
    }

    private int show(HubClient hub, HubDesk desk) {
        Fields found = hub.get(scan.path()).fields();
        desk.show(found.json(), table -> ScanWords.whole(found, table));
        return ExitCode.COMPLETE.number();
    }
}
