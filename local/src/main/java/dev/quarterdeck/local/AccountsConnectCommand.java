package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck accounts connect}. */
@Command(
        name = "connect",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Makes an account known to the hub.",
        description = {
            "",
            "By a role, which is the right way; by a profile of the machine that runs the hub; or by an access key,",
            "which is allowed and counts as a debt. The account is believed in once its proof has succeeded: its owner",
            "makes what 'accounts setup' prints, and 'accounts validate' tries it."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:the hub knows the account now",
            " 2:something in it is wrong, or the hub has it already",
            " 4:the hub does not answer, or you may not"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck accounts connect --name prod --role arn:aws:iam::123456789012:role/quarterdeck-read",
            "  quarterdeck accounts connect --name sandbox --account 123456789012 --profile sandbox"
        })
final class AccountsConnectCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private DescriptionOptions description = new DescriptionOptions();

    @Option(names = "--account", order = 9, paramLabel = "ID", description = "the account, where no role's ARN says it")
    private Optional<String> account = Optional.empty();

    @Mixin
    private RoleOptions roles = new RoleOptions();

    @Option(
            names = "--profile",
            order = 14,
            paramLabel = "NAME",
            description = "a profile of the machine that runs the hub")
    private Optional<String> profile = Optional.empty();

    @Option(names = "--access-key-id", order = 15, paramLabel = "KEY", description = "an access key of a user")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--secret-file",
            order = 16,
            paramLabel = "FILE",
            description = "take the key's secret from the first line of this file (default: ask on the terminal)")
    private Optional<Path> secret = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsConnectCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var wish = new Members().maybe("account_id", account).put("connection", connection());
        var desk = new HubDesk(shell, options);
        Json.Obj body = description.over(wish.json());
        return desk.with(hub -> connect(hub, body, desk));
    }

    private static int connect(HubClient hub, Json.Obj body, HubDesk desk) {
        Fields made = hub.post(AccountChoice.PATH, body).fields();
        desk.show(made.json(), table -> AccountWords.sheet(made, table));
        boolean byRole = made.object("connection").text("kind").equals("role");
        String id = made.text("account_id");
        desk.say(
                byRole
                        ? "%nNext, let its owner make the role: quarterdeck accounts setup %s --as commands%nThen prove it: quarterdeck accounts validate %s"
                                .formatted(id, id)
                        : "%nNext, prove it: quarterdeck accounts validate %s".formatted(id));
        return ExitCode.COMPLETE.number();
    }

    private Members connection() {
        boolean otherwise = profile.isPresent() || key.isPresent();
        if ((profile.isPresent() && key.isPresent()) || (otherwise && roles.given())) {
            throw Refusal.usage("an account is connected in one way: by --role, by --profile or by --access-key-id");
        }
        if (profile.isPresent()) {
            return new Members().put("kind", "profile").maybe("profile", profile);
        }
        return key.map(id -> new Members()
                        .put("kind", "keys")
                        .put("access_key_id", id)
                        .put(
                                "secret_access_key",
                                new Typed(shell)
                                        .secret("Secret access key", "--secret-file", secret)
                                        .reveal()))
                .orElseGet(roles::json);
    }
}
