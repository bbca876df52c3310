package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.PrettyJson;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck accounts export}. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Writes the accounts that you may see to a file that 'accounts import' reads.",
        description = {
            "",
            "No secret is in it and no external id, which each hub makes itself; accounts that are entered by an access key",
            "are therefore named and not carried."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {"  quarterdeck accounts export > accounts.json", "  quarterdeck accounts export --out accounts.json"})
final class AccountsExportCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--out", paramLabel = "FILE", description = "write it there (default: standard output)")
    private Optional<Path> out = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    AccountsExportCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return new HubDesk(shell, options).with(this::export);
    }

    private int export(HubClient hub) {
        Fields file = hub.get(AccountChoice.PATH + "/export").fields();
        String text = PrettyJson.of(file.json()) + "\n";
        out.ifPresentOrElse(
                path -> WholeFile.write(path, to -> to.write(text)),
                () -> shell.out().print(text));
        file.objects("left_out")
                .forEach(left -> shell.err()
                        .println("note: %s '%s' is left out: %s"
                                .formatted(left.text("account_id"), left.text("name"), left.text("why"))));
        return ExitCode.COMPLETE.number();
    }
}
