package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck accounts show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows one account: what it is, how it is entered, how it stands; or what became of it.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck accounts show prod",
            "  quarterdeck accounts show 123456789012 --output json",
            "  quarterdeck accounts show prod --history"
        })
final class AccountsShowCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccountChoice account = new AccountChoice();

    @Option(names = "--history", description = "show who changed what of it, field by field, newest first")
    private boolean history;

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> history ? history(hub, desk) : show(hub, desk));
    }

    private int show(HubClient hub, HubDesk desk) {
        Fields shown = hub.get(account.path(hub)).fields();
        desk.show(shown.json(), table -> {
            AccountWords.sheet(shown, table);
            AccountWords.agents(hub.get(account.path(hub) + "/agents").fields(), table);
        });
        return ExitCode.COMPLETE.number();
    }

    private int history(HubClient hub, HubDesk desk) {
        List<Fields> changes = hub.all(account.path(hub) + "/changes", Map.of());
        desk.list(changes, table -> AccountWords.history(changes, table));
        return ExitCode.COMPLETE.number();
    }
}
