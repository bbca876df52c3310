package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck org follow}. */
@Command(
        name = "follow",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows how far each account has come: stack, role, proof, first resource.",
        description = {"", "Accounts whose stack is there are tried. What holds several up is told once."},
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all accounts can be read",
            " 2:no organization is connected",
            " 3:some stand still or wait, and why",
            " 4:the hub does not answer, or you may not"
        },
        footerHeading = "%nExample:%n",
        footer = "  quarterdeck org follow")
final class OrgFollowCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private HubOptions options = new HubOptions();

    OrgFollowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> follow(hub, desk));
    }

    private static int follow(HubClient hub, HubDesk desk) {
        Fields progress = ask(hub, "");
        while (progress.whole("untried") > 0) {
            progress = ask(hub, "?since=" + progress.text("since"));
        }
        List<Fields> accounts = progress.objects("items");
        desk.show(progress.json(), table -> {
            table.left("ACCOUNT").prose("NAME").left("STAGE").left("STATE").prose("CAUSE");
            accounts.forEach(one -> table.row(
                    one.text("account_id"),
                    one.text("name"),
                    AccountWords.words(one.text("stage")),
                    one.text("state"),
                    one.maybeText("cause").orElse("")));
        });
        progress.objects("causes").forEach(cause -> desk.say(cause.text("sentence")));
        boolean all = accounts.stream().allMatch(one -> one.text("state").equals("done"));
        return (all ? ExitCode.COMPLETE : ExitCode.GAPS).number();
    }

    private static Fields ask(HubClient hub, String since) {
        return hub.post(OrgConnectCommand.PATH + "/follow" + since, Json.Obj.EMPTY)
                .fields();
    }
}
