package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck accounts import}. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Makes many accounts known at once.",
        description = {
            "",
            "From a file: what 'accounts export' wrote; or account ids and role ARNs, one a line, as JSON or as",
            "comma-separated values with account_id, role_arn and name. From ~/.aws/config: each profile that leads into an",
            "account becomes one, connected by that profile. Accounts that the hub has stay as they are, so that importing",
            "again does no harm."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all are known now",
            " 2:the file cannot be read, or is wrong, and where",
            " 3:some were refused, and why",
            " 4:the hub does not answer, or you may not"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck accounts import --from-aws-config --dry-run",
            "  quarterdeck accounts import --file accounts.json"
        })
final class AccountsImportCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--file", paramLabel = "FILE", description = "the accounts of this file")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--from-aws-config", description = "the accounts of the profiles on this machine")
    private boolean profiles;

    @Option(names = "--dry-run", description = "say what would come of it, and change nothing")
    private boolean rehearsal;

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsImportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (profiles == file.isPresent()) {
            throw Refusal.usage("give --file or --from-aws-config");
        }
        if (profiles && options.hub.of(shell.env()).isPresent()) {
            throw Refusal.usage("profiles are this machine's, and that hub runs elsewhere: import a --file there");
        }
        Json.Obj wish = file.map(PortableFile::read).orElseGet(() -> new ProfileAccounts(shell, options).found());
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> bring(hub, wish, desk));
    }

    private int bring(HubClient hub, Json.Obj wish, HubDesk desk) {
        String path = AccountChoice.PATH + "/import" + (rehearsal ? "?dry_run=true" : "");
        Fields answer = hub.post(path, wish).fields();
        List<Fields> items = answer.objects("items");
        desk.show(answer.json(), table -> {
            table.left("ACCOUNT").prose("NAME").left("OUTCOME").prose("WHY");
            items.forEach(one -> table.row(
                    one.text("account_id"),
                    one.text("name"),
                    one.text("outcome"),
                    one.maybeText("why").orElse("")));
        });
        if (rehearsal) {
            desk.say("%nNothing was changed".formatted());
        }
        boolean refused = items.stream().anyMatch(one -> one.text("outcome").equals("refused"));
        return (refused ? ExitCode.GAPS : ExitCode.COMPLETE).number();
    }
}
