package dev.quarterdeck.local;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code quarterdeck scans}: what a hub looks at by itself, or when it is told to. */
@Command(
        name = "scans",
        header = "Starts a hub's scans, and tells how far they have come.",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  quarterdeck scans start --wait     look at all accounts now",
            "  quarterdeck scans start --estimate what that would ask",
            "  quarterdeck scans list"
        })
final class ScansCommand extends CommandGroup {
    private static final List<SteerCommand.Verb> VERBS = List.of(
            verb("cancel", "Ends a scan; what it read and has not published counts for nothing."),
            verb("pause", "Lets nothing more be begun for a scan; what is being read is read to its end."),
            verb("resume", "Lets a paused scan go on."),
            verb("rerun", "Reads once more what a scan that is over could not read, and nothing else."));

    private ScansCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new ScansCommand());
        List.of(new ScansListCommand(shell), new ScansShowCommand(shell), new ScansStartCommand(shell))
                .forEach(line::addSubcommand);
        VERBS.stream()
                .map(verb -> new SteerCommand(shell, verb, new ScanChoice(), ScanWords::whole))
                .forEach(verb -> line.addSubcommand(verb.line()));
        return line;
    }

    private static SteerCommand.Verb verb(String word, String header) {
        return new SteerCommand.Verb(word, header, "scans %s 20260131-120000-4f2a".formatted(word));
    }
}
