package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.PrettyJson;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck accounts revoke}. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Ends the hub's access to an account, or to all, now.",
        description = {
            "",
            "No new session is made from this moment on, and access keys are put out of use. Sessions that are out end by a",
            "policy on the account's roles: its revoker role puts it there, or else it is printed for the owner; without it",
            "they end within their time. 'accounts restore' lets the hub in again."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:access has ended",
            " 2:there is no such account",
            " 3:access has ended but for what it names, which somebody else must end",
            " 4:the hub does not answer, or you may not"
        },
        footerHeading = "%nExamples:%n",
        footer = {"  quarterdeck accounts revoke prod", "  quarterdeck accounts revoke --all"})
final class AccountsRevokeCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "0..1", paramLabel = "ACCOUNT", description = "the account's id or its name")
    private Optional<String> account = Optional.empty();

    @Option(names = "--all", description = "every account that the hub knows")
    private boolean all;

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsRevokeCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (all == account.isPresent()) {
            throw Refusal.usage("give an account, or --all for every one of them");
        }
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> revoke(hub, desk));
    }

    private int revoke(HubClient hub, HubDesk desk) {
        Fields answer = hub.post(path(hub) + "/revoke", Json.Obj.EMPTY).fields();
        List<Fields> revoked = all ? answer.objects("items") : List.of(answer);
        desk.show(answer.json(), table -> {
            table.left("ACCOUNT").left("ENDED").left("SESSIONS' END").prose("LEFT TO DO");
            revoked.forEach(one -> table.row(
                    one.text("account_id"),
                    one.text("at"),
                    one.text("older_sessions"),
                    one.maybeText("left").orElse("")));
        });
        revoked.stream()
                .filter(one -> !one.text("older_sessions").equals("attached"))
                .findFirst()
                .ifPresent(one -> desk.say("%nThis policy on the account's roles ends the sessions that are out:%n%s"
                        .formatted(
                                PrettyJson.of(one.object("deny_older_sessions").json()))));
        boolean left = revoked.stream().anyMatch(one -> one.has("left"));
        return (left ? ExitCode.GAPS : ExitCode.COMPLETE).number();
    }

    private String path(HubClient hub) {
        return account.map(meant -> AccountChoice.path(hub, meant)).orElse(AccountChoice.PATH);
    }
}
