package dev.quarterdeck.local;

import dev.quarterdeck.local.client.HubClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck accounts setup}. */
@Command(
        name = "setup",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Prints what an account's owner makes so that the hub can enter.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck accounts setup prod --as commands > setup.sh",
            "  quarterdeck accounts setup prod --as cloudformation --flavour exact > template.json",
            "  quarterdeck accounts setup prod --as trust"
        })
final class AccountsSetupCommand implements Callable<Integer> {
    /** The names are what people type. */
    enum Tool {
        cloudformation,
        terraform,
        commands,
        trust
    }

    private final Shell shell;

    @Mixin
    private AccountChoice account = new AccountChoice();

    @Option(
            names = "--as",
            paramLabel = "TOOL",
            description =
                    "cloudformation: a template; terraform: a module; commands: a script of AWS's own command line;"
                            + " trust: the trust policy alone (default: commands)")
    private Tool tool = Tool.commands;

    @Mixin
    private FlavourOption flavour = new FlavourOption();

    @Option(
            names = "--act",
            paramLabel = "FAMILIES",
            description = "make these act roles too: network,storage,identity,compute,database,logging")
    private Optional<String> act = Optional.empty();

    @Option(names = "--revoker", description = "make the role by which the hub ends sessions in an emergency too")
    private boolean revoker;

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsSetupCommand(Shell shell) {
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
        act.ifPresent(families -> wish.put("act", families));
        if (revoker) {
            wish.put("revoker", "true");
        }
        desk.print(hub.get(account.path(hub) + "/templates/" + tool.name(), Map.copyOf(wish))
                .body());
        return ExitCode.COMPLETE.number();
    }
}
