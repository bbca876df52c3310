package dev.quarterdeck.local;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code quarterdeck accounts}: the AWS accounts that a hub runs. */
@Command(
        name = "accounts",
        header = "Connects AWS accounts to a hub and looks after them.",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  quarterdeck accounts connect --name prod --role arn:aws:iam::123456789012:role/quarterdeck-read",
            "  quarterdeck accounts setup prod --as commands     what the account's owner runs",
            "  quarterdeck accounts validate prod                is it as it should be?"
        })
final class AccountsCommand extends CommandGroup {
    private AccountsCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new AccountsCommand());
        List.of(
                        new AccountsListCommand(shell),
                        new AccountsConnectCommand(shell),
                        new AccountsSetupCommand(shell),
                        new AccountsValidateCommand(shell),
                        new AccountsShowCommand(shell),
                        new AccountsUpdateCommand(shell),
                        new AccountsRotateCommand(shell),
                        new AccountsRevealCommand(shell),
                        new AccountsRevokeCommand(shell),
                        new AccountsRestoreCommand(shell),
                        new AccountsImportCommand(shell),
                        new AccountsExportCommand(shell),
                        new AccountsDeleteCommand(shell))
                .forEach(line::addSubcommand);
        return line;
    }
}
