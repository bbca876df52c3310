package dev.quarterdeck.local;

import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.platform.local.backup.Restore;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Puts the hub of a backup in place of the one in this workspace.",
        description = {
            "",
            "Nothing is changed before all of FILE is unpacked and checked, and nothing while a hub is served from here.",
            "What was here is moved aside, never deleted. One that was broken off is run again with the same FILE."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:the hub is restored", " 2:it cannot be restored, and why"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck restore hub-monday.backup",
            "  QUARTERDECK_HOME=/srv/hub quarterdeck restore hub-monday.backup --passphrase-file passphrase"
        })
final class RestoreCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "FILE", description = "what 'quarterdeck backup' wrote")
    private Path file = Path.of("");

    @Mixin
    private PassphraseOptions passphrase = new PassphraseOptions();

    RestoreCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var restore = new Restore(shell.home());
        try {
            var restored = restore.from(
                    file, () -> passphrase.known(shell), shell.clock().instant());
            shell.out()
                    .printf(
                            "%s holds the hub as it was at %s%n",
                            shell.home().folder(), restored.manifest().at());
            restored.before().ifPresent(before -> shell.out().printf("What was there before is in %s%n", before));
        } catch (FailureException e) {
            throw HubOpening.refusal(e);
        }
        return ExitCode.COMPLETE.number();
    }
}
