package dev.quarterdeck.local;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code quarterdeck org}: the organization that the hub is in. */
@Command(
        name = "org",
        header = "Connects a whole organization to a hub.",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  quarterdeck org connect                 its accounts become known",
            "  quarterdeck org setup > spread.sh       what spreads the roles over them",
            "  quarterdeck org follow                  how far each has come, and what holds some up",
            "  quarterdeck org rotate                  new external ids for all of them"
        })
final class OrgCommand extends CommandGroup {
    private OrgCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new OrgCommand());
        List.of(
                        new OrgConnectCommand(shell),
                        new OrgSetupCommand(shell),
                        new OrgFollowCommand(shell),
                        new OrgRotateCommand(shell))
                .forEach(line::addSubcommand);
        return line;
    }
}
