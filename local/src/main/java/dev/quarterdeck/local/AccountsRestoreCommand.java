package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck accounts restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Lets the hub into an account again whose access was revoked, or agents act again.",
        description = {
            "",
            "What the hub may do there must be proven anew: 'accounts validate' follows. Whoever revoked all accounts stopped",
            "agents everywhere: restoring an account lets none go on, --agents lets those go on whose account is restored."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  quarterdeck accounts restore prod", "  quarterdeck accounts restore --agents"})
final class AccountsRestoreCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(arity = "0..1", paramLabel = "ACCOUNT", description = "the account's id or its name")
    private Optional<String> account = Optional.empty();

    @Option(names = "--agents", description = "let agents act again that were stopped everywhere")
    private boolean agents;

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsRestoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (agents == account.isPresent()) {
            throw Refusal.usage("give an account, or --agents");
        }
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> account.map(meant -> restore(hub, AccountChoice.path(hub, meant), desk))
                .orElseGet(() -> resume(hub, desk)));
    }

    private static int resume(HubClient hub, HubDesk desk) {
        Fields resumed = hub.post("/api/agents/resume", Json.Obj.EMPTY).fields();
        desk.show(resumed.json(), table -> {
            table.left("").prose("");
            AccountWords.agents(resumed, table);
        });
        return ExitCode.COMPLETE.number();
    }

    private static int restore(HubClient hub, String path, HubDesk desk) {
        Fields restored = hub.post(path + "/restore", Json.Obj.EMPTY).fields();
        desk.show(restored.json(), table -> AccountWords.sheet(restored, table));
        return ExitCode.COMPLETE.number();
    }
}
