package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck accounts rotate}. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Changes an account's external id or access key for a new one.",
        description = {
            "",
            "Each step is tried before the next, and the old one works until the new one does. A new external id waits for",
            "the account's owner to let the trust policy accept it too ('accounts setup ACCOUNT --as trust'); rotating again",
            "then goes on."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the new one is in use",
            " 2:there is nothing to rotate, or no session may be made",
            " 3:it waits for something, and says for what",
            " 4:the hub does not answer, or you may not"
        },
        footerHeading = "%nExample:%n",
        footer = "  quarterdeck accounts rotate prod")
final class AccountsRotateCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccountChoice account = new AccountChoice();

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsRotateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> rotate(hub, desk));
    }

    private int rotate(HubClient hub, HubDesk desk) {
        Fields rotation =
                hub.post(account.path(hub) + "/rotate", Json.Obj.EMPTY).fields();
        boolean done = rotation.text("state").equals("done");
        desk.show(
                rotation.json(),
                table -> table.left("")
                        .prose("")
                        .row(done ? "in use" : "waits for", rotation.text(done ? "in_use" : "waits_for")));
        return (done ? ExitCode.COMPLETE : ExitCode.GAPS).number();
    }
}
