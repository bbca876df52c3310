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
    private static final List<VerbCommand.Verb> VERBS = List.of(
            VerbCommand.Verb.show("Shows a view, and what of it is not understood any more.", example("show")),
            VerbCommand.Verb.delete("Deletes a view of mine.", example("delete")),
            VerbCommand.Verb.steer("share", "Shows a view to all who may read the inventory.", example("share")),
            VerbCommand.Verb.steer("unshare", "Shows a view to its owner alone.", example("unshare")));

    private ViewsCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new ViewsCommand());
        line.addSubcommand(new ViewsListCommand(shell));
        List.of(ViewsPutCommand.Verb.values())
                .forEach(verb -> line.addSubcommand(new ViewsPutCommand(shell, verb).line()));
        VERBS.stream()
                .map(verb -> new VerbCommand(shell, verb, new ViewChoice(), ViewWords::whole))
                .forEach(verb -> line.addSubcommand(verb.line()));
        return line;
    }

    private static String example(String word) {
        return "views %s orphans".formatted(word);
    }
}
