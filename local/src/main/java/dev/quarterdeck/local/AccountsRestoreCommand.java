package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck accounts restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Lets the hub into an account again whose access was revoked.",
        description = {"", "What it may do there must be proven anew: 'accounts validate' follows."},
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  quarterdeck accounts restore prod")
final class AccountsRestoreCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccountChoice account = new AccountChoice();

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsRestoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> restore(hub, desk));
    }

    private int restore(HubClient hub, HubDesk desk) {
        Fields restored =
                hub.post(account.path(hub) + "/restore", Json.Obj.EMPTY).fields();
        desk.show(restored.json(), table -> AccountWords.sheet(restored, table));
        return ExitCode.COMPLETE.number();
    }
}
