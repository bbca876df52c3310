package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck accounts list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Lists the accounts that you may see.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  quarterdeck accounts list", "  quarterdeck accounts list --status active --tag team=payments"})
final class AccountsListCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--status", paramLabel = "WORD", description = "pending, active, paused, left or deleting")
    private Optional<String> status = Optional.empty();

    @Option(names = "--environment", paramLabel = "WORD", description = "what they are for")
    private Optional<String> environment = Optional.empty();

    @Option(names = "--team", paramLabel = "TEAM", description = "the team that looks after them")
    private Optional<String> team = Optional.empty();

    @Option(names = "--tag", paramLabel = "KEY=VALUE", description = "a tag that they have")
    private Optional<String> tag = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> list(hub, desk));
    }

    private int list(HubClient hub, HubDesk desk) {
        List<Fields> accounts = hub.all(AccountChoice.PATH, filter());
        desk.list(accounts, table -> AccountWords.list(accounts, table));
        if (accounts.isEmpty()) {
            desk.say("No account: 'quarterdeck accounts connect' makes one known");
        }
        return ExitCode.COMPLETE.number();
    }

    private Map<String, String> filter() {
        var filter = new LinkedHashMap<String, String>();
        status.ifPresent(word -> filter.put("status", word));
        environment.ifPresent(word -> filter.put("environment", word));
        team.ifPresent(id -> filter.put("team_id", id));
        tag.ifPresent(pair -> filter.put("tag", pair));
        return filter;
    }
}
