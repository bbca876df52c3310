package dev.quarterdeck.local;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code quarterdeck resources}: what is there. */
@Command(
        name = "resources",
        header = "Lists resources that a scan found, and shows one of them, its changes and its relations.",
        footerHeading = "%nTo begin:%n",
        footer = {"  quarterdeck resources list --in facts --filter \"type = ec2:instance and public = yes\""})
final class ResourcesCommand extends CommandGroup {
    private ResourcesCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new ResourcesCommand());
        List.of(
                        new ResourcesListCommand(shell),
                        new ResourcesExportCommand(shell),
                        new ResourcesShowCommand(shell),
                        new ResourcesChangesCommand(shell),
                        new ResourcesRelationsCommand(shell),
                        new ResourcesImpactCommand(shell))
                .forEach(line::addSubcommand);
        return line;
    }
}
