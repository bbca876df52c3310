package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck org connect}. */
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Makes all accounts of the hub's organization known, or looks at it again.",
        description = {
            "",
            "The hub must run in the management account or, better, in one that is registered as delegated administrator.",
            "Done again it tells which accounts joined, left or were moved."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExample:%n",
        footer = "  quarterdeck org connect")
final class OrgConnectCommand implements Callable<Integer> {
    static final String PATH = "/api/aws/organization";

    private final Shell shell;

    @Mixin
    private HubOptions options = new HubOptions();

    OrgConnectCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> connect(hub, desk));
    }

    private static int connect(HubClient hub, HubDesk desk) {
        Fields look = hub.post(PATH, Json.Obj.EMPTY).fields();
        desk.show(
                look.json(),
                table -> table.left("")
                        .prose("")
                        .row("organization", look.text("org_id"))
                        .row("management", look.text("management_account_id"))
                        .row("accounts", look.whole("accounts"))
                        .row("joined", look.texts("joined").size())
                        .row("left", String.join(" ", look.texts("left")))
                        .row("moved", String.join(" ", look.texts("moved"))));
        look.texts("advice").forEach(advice -> desk.say("%n%s".formatted(advice)));
        desk.say(
                "%nNext, spread the roles: quarterdeck org setup > spread.sh%nThen see how far they have come: quarterdeck org follow"
                        .formatted());
        return ExitCode.COMPLETE.number();
    }
}
