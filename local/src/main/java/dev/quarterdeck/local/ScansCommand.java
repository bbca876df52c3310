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
    private ScansCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new ScansCommand());
        List.of(new ScansListCommand(shell), new ScansShowCommand(shell), new ScansStartCommand(shell))
                .forEach(line::addSubcommand);
        for (ScansSteerCommand.Deed deed : ScansSteerCommand.Deed.values()) {
            line.addSubcommand(new ScansSteerCommand(shell, deed).line());
        }
        return line;
    }
}
