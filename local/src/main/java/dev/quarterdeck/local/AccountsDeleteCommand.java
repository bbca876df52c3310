package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.Answer;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Columns;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck accounts delete}. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Says what deleting an account takes along, and deletes it.",
        description = {
            "",
            "Without --confirm nothing is deleted. With it no session is made into the account any more, and a day later",
            "all that hangs on it is cleared; until then --undo keeps it."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck accounts delete prod",
            "  quarterdeck accounts delete prod --confirm prod",
            "  quarterdeck accounts delete prod --undo"
        })
final class AccountsDeleteCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private AccountChoice account = new AccountChoice();

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            description = "the account's name, to show that you mean this one")
    private Optional<String> confirm = Optional.empty();

    @Option(names = "--undo", description = "keep an account that is being deleted")
    private boolean undo;

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsDeleteCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (undo && confirm.isPresent()) {
            throw Refusal.usage("--confirm deletes and --undo keeps: give one of them");
        }
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> undo ? undo(hub, desk) : delete(hub, desk));
    }

    private int undo(HubClient hub, HubDesk desk) {
        Fields kept = hub.post(account.path(hub) + "/undelete", Json.Obj.EMPTY).fields();
        desk.show(kept.json(), table -> AccountWords.sheet(kept, table));
        return ExitCode.COMPLETE.number();
    }

    private int delete(HubClient hub, HubDesk desk) {
        String path = account.path(hub);
        Answer impact = hub.get(path + "/impact");
        if (confirm.isEmpty()) {
            desk.show(impact.object(), table -> impact(impact.fields(), table));
            desk.say("%nNothing was deleted. To delete it, repeat with --confirm '%s'"
                    .formatted(impact.fields().text("name")));
            return ExitCode.COMPLETE.number();
        }
        Fields deleting = hub.delete(
                        path, Map.of("name", confirm.get()), impact.tag().orElseThrow())
                .fields();
        desk.show(deleting.json(), table -> impact(impact.fields(), table));
        desk.say("%nIt goes at %s; until then 'quarterdeck accounts delete %s --undo' keeps it"
                .formatted(deleting.text("delete_at"), deleting.text("account_id")));
        return ExitCode.COMPLETE.number();
    }

    private static void impact(Fields impact, Columns table) {
        table.left("").prose("");
        impact.object("goes")
                .json()
                .members()
                .forEach((kind, count) -> table.row("goes", "%s: %s".formatted(kind, count.text())));
        impact.texts("stays_in_aws").forEach(what -> table.row("stays in AWS", what));
    }
}
