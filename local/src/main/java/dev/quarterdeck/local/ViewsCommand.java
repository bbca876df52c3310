package dev.quarterdeck.local;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code quarterdeck views}: questions kept under a name. */
@Command(
        name = "views",
        header = "Keeps questions to the inventory under a name, for oneself or for all.",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  quarterdeck views create \"public in production\" --filter \"public = yes and environment = production\"",
            "  quarterdeck resources list --view \"public in production\""
        })
final class ViewsCommand extends CommandGroup {
    private ViewsCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new ViewsCommand());
        line.addSubcommand(new ViewsListCommand(shell));
        List.of(ViewsPutCommand.Verb.values())
                .forEach(verb -> line.addSubcommand(new ViewsPutCommand(shell, verb).line()));
        List.of(ViewsDeedCommand.Verb.values())
                .forEach(verb -> line.addSubcommand(new ViewsDeedCommand(shell, verb).line()));
        return line;
    }
}
