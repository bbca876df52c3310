package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck accounts show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows one account: what it is, how it is entered, how it stands.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  quarterdeck accounts show prod", "  quarterdeck accounts show 123456789012 --output json"})
final class AccountsShowCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccountChoice account = new AccountChoice();

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> show(hub, desk));
    }

    private int show(HubClient hub, HubDesk desk) {
        Fields shown = hub.get(account.path(hub)).fields();
        desk.show(shown.json(), table -> AccountWords.sheet(shown, table));
        return ExitCode.COMPLETE.number();
    }
}
