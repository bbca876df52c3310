package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck accounts reveal}. */
@Command(
        name = "reveal",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Tells the secret of the access key that an account is entered by.",
        description = {
            "",
            "That it was told, and to whom, is on record. At a hub elsewhere it needs a login within the last five minutes;",
            "no API key may ask."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  quarterdeck accounts reveal prod")
final class AccountsRevealCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccountChoice account = new AccountChoice();

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsRevealCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> reveal(hub, desk));
    }

    private int reveal(HubClient hub, HubDesk desk) {
        Fields revealed =
                hub.post(account.path(hub) + "/reveal", Json.Obj.EMPTY).fields();
        desk.show(revealed.json(), table -> {
            table.left("").prose("");
            table.row("access key", revealed.text("access_key_id"));
            table.row("secret", revealed.text("secret_access_key"));
        });
        return ExitCode.COMPLETE.number();
    }
}
