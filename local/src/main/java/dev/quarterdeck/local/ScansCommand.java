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
    private static final VerbCommand.Verb SHOW = VerbCommand.Verb.show(
            "Shows how far a scan has come, and what could not be read, and why.", example("show"));

    private static final List<VerbCommand.Verb> VERBS = List.of(
            steer("cancel", "Ends a scan; what it read and has not published counts for nothing."),
            steer("pause", "Lets nothing more be begun for a scan; what is being read is read to its end."),
            steer("resume", "Lets a paused scan go on."),
            steer("rerun", "Reads once more what a scan that is over could not read, and nothing else."));

    private ScansCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new ScansCommand());
        line.addSubcommand(new ScansListCommand(shell));
        line.addSubcommand(line(shell, SHOW));
        line.addSubcommand(new ScansStartCommand(shell));
        VERBS.forEach(verb -> line.addSubcommand(line(shell, verb)));
        return line;
    }

    private static CommandLine line(Shell shell, VerbCommand.Verb verb) {
        return new VerbCommand(shell, verb, new ScanChoice(), ScanWords::whole).line();
    }

    private static VerbCommand.Verb steer(String word, String header) {
        return VerbCommand.Verb.steer(word, header, example(word));
    }

    private static String example(String word) {
        return "scans %s 20260131-120000-4f2a".formatted(word);
    }
}
