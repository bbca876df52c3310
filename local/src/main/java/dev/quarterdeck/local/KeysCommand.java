package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck keys}: what machines come to a hub with. */
@Command(
        name = "keys",
        header = "Makes and revokes the API keys of machines.",
        footerHeading = "%nTo begin:%n",
        footer = "  quarterdeck keys mint nightly-export --permission account:read --days 30")
final class KeysCommand extends CommandGroup {
    private static final String PATH = "/api/keys";

    private final Shell shell;

    KeysCommand(Shell shell) {
        this.shell = shell;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Lists the keys, without their secrets.",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExample:%n",
            footer = "  quarterdeck keys list")
    int list(@Mixin HubOptions options) {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            List<Fields> keys = hub.all(PATH, Map.of());
            desk.list(keys, table -> PeopleWords.keys(keys, table));
            return ExitCode.COMPLETE.number();
        });
    }

    @Command(
            name = "mint",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Makes a key with a part of your own rights; it is shown this once.",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  quarterdeck keys mint nightly-export --permission account:read --days 30",
                "  quarterdeck keys mint ci --permission account:read --permission account:validate --from 192.0.2.0/24"
            })
    int mint(
            @Parameters(paramLabel = "LABEL", description = "what the key is for") String label,
            @Option(
                            names = "--permission",
                            required = true,
                            paramLabel = "P",
                            description = "what it may do; may be repeated")
                    List<String> permissions,
            @Option(names = "--from", paramLabel = "CIDR", description = "the addresses it may be used from")
                    Optional<String> from,
            @Option(
                            names = "--days",
                            paramLabel = "N",
                            defaultValue = "30",
                            description = "how long it counts, 90 at most (default: 30)")
                    int days,
            @Mixin HubOptions options) {
        var desk = new HubDesk(shell, options);
        var wish = new Members()
                .put("label", label)
                .put("permissions", permissions)
                .maybe("from", from)
                .put("days", days);
        return desk.with(hub -> {
            Fields minted = hub.post(PATH, wish.json()).fields();
            desk.show(minted.json(), table -> {
                table.left("").prose("");
                table.row("id", minted.text("key_id"));
                table.row("key", minted.text("key"));
                table.row("ends", minted.text("ends_at"));
            });
            return ExitCode.COMPLETE.number();
        });
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Stops a key, at once and for good.",
            parameterListHeading = "%n",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExample:%n",
            footer = "  quarterdeck keys revoke a2b3c4d5e6f7g2h3")
    int revoke(@Parameters(paramLabel = "KEY", description = "the key's id") String id, @Mixin HubOptions options) {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            Fields key = hub.delete(PATH + "/" + HubClient.segment(id)).fields();
            desk.show(key.json(), table -> PeopleWords.keys(List.of(key), table));
            return ExitCode.COMPLETE.number();
        });
    }
}
