package dev.quarterdeck.local;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code quarterdeck org}: the organization that the hub is in. */
@Command(
        name = "org",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Connects a whole organization to a hub.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  quarterdeck org connect                 its accounts become known",
            "  quarterdeck org setup > spread.sh       what spreads the roles over them",
            "  quarterdeck org follow                  how far each has come, and what holds some up"
        })
final class OrgCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private OrgCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new OrgCommand());
        List.of(new OrgConnectCommand(shell), new OrgSetupCommand(shell), new OrgFollowCommand(shell))
                .forEach(line::addSubcommand);
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
