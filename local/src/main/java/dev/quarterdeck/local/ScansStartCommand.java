package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck scans start}. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Lets the hub look at its accounts now.",
        description = {
            "",
            "A scan of just this that is under way is joined. One that is about the same accounts is waited for."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:it was begun; with --wait, all was read",
            " 2:there is no such account, region or type",
            " 3:with --wait: it is over, and something could not be read",
            " 4:the hub does not answer, or you may not"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck scans start --wait",
            "  quarterdeck scans start --account prod --types ec2,rds",
            "  quarterdeck scans start --estimate"
        })
final class ScansStartCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

    private final Shell shell;

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(
            names = "--estimate",
            order = 20,
            description = "only say what it would ask, in calls, CloudTrail events and money")
    private boolean estimate;

    @Option(names = "--wait", order = 21, description = "wait until it is over, and tell how far it has come")
    private boolean wait;

    @Mixin
    private HubOptions options = new HubOptions();

    ScansStartCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> estimate ? estimate(hub, desk) : start(hub, desk));
    }

    private int estimate(HubClient hub, HubDesk desk) {
        Fields figures =
                hub.post(ScanWords.PATH + "/estimate", scope.json(hub, shell)).fields();
        desk.show(figures.json(), table -> ScanWords.estimate(figures, table));
        return ExitCode.COMPLETE.number();
    }

    private int start(HubClient hub, HubDesk desk) {
        Fields begun = hub.post(ScanWords.PATH, scope.json(hub, shell)).fields();
        tell(begun);
        Fields last = wait && desk.isServed() ? waited(hub, begun) : begun;
        desk.show(last.json(), table -> ScanWords.whole(last, table));
        if (!desk.isServed()) {
            desk.say("The hub of this workspace is not served: the scan begins when 'quarterdeck serve' runs");
        }
        boolean gaps = wait && desk.isServed() && !isWhole(last);
        return (gaps ? ExitCode.GAPS : ExitCode.COMPLETE).number();
    }

    private void tell(Fields begun) {
        if (begun.flag("joined")) {
            note("a scan of just this is under way: this is that one");
        }
        begun.maybeText("waiting_for")
                .ifPresent(
                        other -> note("scan %s is about the same accounts: this one begins after it".formatted(other)));
    }

    private void note(String text) {
        shell.err().println("note: " + text);
        shell.err().flush();
    }

    private Fields waited(HubClient hub, Fields begun) {
        String path = ScanWords.PATH + "/" + begun.text("scan_id");
        String said = "";
        Fields scan = hub.get(path).fields();
        while (!OVER.contains(scan.text("status"))) {
            String now = ScanWords.status(scan) + ": " + ScanWords.progress(scan);
            if (!now.equals(said)) {
                shell.err().println(now);
                shell.err().flush();
                said = now;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            scan = hub.get(path).fields();
        }
        return scan;
    }

    private static boolean isWhole(Fields scan) {
        return scan.text("status").equals("done") && scan.object("counts").whole("failed") == 0;
    }
}
