package dev.quarterdeck.local;

import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.platform.local.backup.Backup;
import dev.quarterdeck.platform.local.backup.Manifest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck backup}. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Writes the whole hub of this workspace to one file, also while it is served.",
        description = {
            "",
            "FILE holds the hub as it is at one moment, each part with its checksum; it appears once it is whole. Secrets",
            "stay closed; the key that opens them goes along only closed with a passphrase, which is asked for. A backup",
            "with the key works on another machine, one without it only where that key is.",
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:the backup is written", " 2:it cannot be written, and why"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck backup hub-monday.backup",
            "  quarterdeck backup hub-monday.backup --passphrase-file ~/.quarterdeck-passphrase"
        })
final class BackupCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "FILE", description = "the backup to write; one that is there stays as it is")
    private Path file = Path.of("");

    @Mixin
    private PassphraseOptions passphrase = new PassphraseOptions();

    @Option(names = "--without-key", description = "leave out the keys of the vault and of scans")
    private boolean withoutKey;

    BackupCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var home = HubOpening.existing(shell);
        if (Files.exists(file)) {
            throw Refusal.usage("'%s' is there already: choose another name".formatted(file));
        }
        try {
            Manifest written =
                    new Backup(home).write(file, chosen(), shell.clock().instant());
            shell.out()
                    .printf(
                            Locale.ROOT,
                            "%s holds the hub as it was at %s: %,d bytes in %,d files, %s%n",
                            file,
                            written.at(),
                            written.size(),
                            written.contents().size(),
                            written.holdsKey() ? "and the closed key of its vault" : "without the key of its vault");
        } catch (FailureException e) {
            throw HubOpening.refusal(e);
        }
        return ExitCode.COMPLETE.number();
    }

    private Optional<Secret<String>> chosen() {
        return withoutKey ? Optional.empty() : Optional.of(passphrase.chosen(shell));
    }
}
