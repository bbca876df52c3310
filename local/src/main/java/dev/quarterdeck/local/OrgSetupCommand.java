package dev.quarterdeck.local;

import dev.quarterdeck.local.client.HubClient;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck org setup}. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Prints what spreads the hub's roles over the organization: a service-managed StackSet.",
        description = {
            "",
            "It reaches accounts that join later too, and never the management account: for that one 'accounts setup' prints",
            "what to make, as for any account."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck org setup > spread.sh",
            "  quarterdeck org setup --as cloudformation --flavour exact > template.json"
        })
final class OrgSetupCommand implements Callable<Integer> {
    /** The names are what people type. */
    enum Tool {
        cloudformation,
        commands
    }

    private final Shell shell;

    @Option(
            names = "--as",
            paramLabel = "TOOL",
            description =
                    "commands: a script of AWS's own command line; cloudformation: the template alone (default: commands)")
    private Tool tool = Tool.commands;

    @Mixin
    private FlavourOption flavour = new FlavourOption();

    @Option(names = "--region", paramLabel = "NAME", description = "the StackSet's home (default: us-east-1)")
    private Optional<String> region = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    OrgSetupCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> print(hub, desk));
    }

    private int print(HubClient hub, HubDesk desk) {
        var wish = new LinkedHashMap<String, String>();
        flavour.into(wish);
        region.ifPresent(name -> wish.put("region", name));
        desk.print(hub.get(OrgConnectCommand.PATH + "/stack-set/" + tool.name(), wish)
                .body());
        return ExitCode.COMPLETE.number();
    }
}
