package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck org rotate}. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Changes the external ids of all accounts, or goes on with that.",
        description = {
            "",
            "They follow from one seed. Rotate once: a new seed is made. Update the StackSet with what 'org setup' prints now,",
            "so that the roles accept both. Rotate again: accounts whose roles accept the new id are entered by it. When all",
            "are, update the StackSet once more: then the old id opens nothing."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all accounts are entered by their new ids",
            " 2:no organization is connected",
            " 3:some accounts' roles do not accept the new ids yet",
            " 4:the hub does not answer, or you may not"
        },
        footerHeading = "%nExample:%n",
        footer = "  quarterdeck org rotate")
final class OrgRotateCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private HubOptions options = new HubOptions();

    OrgRotateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> rotate(hub, desk));
    }

    private static int rotate(HubClient hub, HubDesk desk) {
        Fields progress = ask(hub);
        for (long before = Long.MAX_VALUE; before > progress.whole("untried") && progress.whole("untried") > 0; ) {
            before = progress.whole("untried");
            progress = ask(hub);
        }
        boolean done = progress.flag("done");
        List<String> waiting = progress.texts("waiting");
        desk.show(progress.json(), table -> {
            table.left("ACCOUNT").prose("WAITS FOR");
            waiting.forEach(account -> table.row(account, "roles that accept the new external id"));
        });
        desk.say(
                done
                        ? "All accounts are entered by their new external ids. Update the StackSet once more with what"
                                + " 'quarterdeck org setup' prints: until then their roles accept the old ones too."
                        : "Update the StackSet with what 'quarterdeck org setup' prints, which accepts both external ids,"
                                + " and rotate again.");
        return (done ? ExitCode.COMPLETE : ExitCode.GAPS).number();
    }

    private static Fields ask(HubClient hub) {
        return hub.post(OrgConnectCommand.PATH + "/rotate", Json.Obj.EMPTY).fields();
    }
}
