package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck scans cancel}, {@code pause}, {@code resume} and {@code rerun}. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n")
final class ScansSteerCommand implements Callable<Integer> {
    private final Shell shell;
    private final Deed deed;

    @Mixin
    private ScanChoice scan = new ScanChoice();

    @Mixin
    private HubOptions options = new HubOptions();

    /** What can be done to a scan. */
    enum Deed {
        CANCEL("Ends a scan; what it read and has not published counts for nothing."),
        PAUSE("Lets nothing more be begun for a scan; what is being read is read to its end."),
        RESUME("Lets a paused scan go on."),
        RERUN("Reads once more what a scan that is over could not read, and nothing else.");

        private final String header;

        Deed(String header) {
            this.header = header;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ScansSteerCommand(Shell shell, Deed deed) {
        this.shell = shell;
        this.deed = deed;
    }

    CommandLine line() {
        var line = new CommandLine(this);
        line.getCommandSpec().name(deed.word());
        line.getCommandSpec()
                .usageMessage()
                .header(deed.header)
                .footer("  quarterdeck scans %s 20260131-120000-4f2a".formatted(deed.word()));
        return line;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> steer(hub, desk));
    }

    private int steer(HubClient hub, HubDesk desk) {
        Fields found = hub.post(scan.path() + "/" + deed.word(), Json.Obj.EMPTY).fields();
        desk.show(found.json(), table -> ScanWords.whole(found, table));
        return ExitCode.COMPLETE.number();
    }
}
