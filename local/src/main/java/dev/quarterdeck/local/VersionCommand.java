package dev.quarterdeck.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code quarterdeck version}. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Says which version this is, and how old its knowledge of AWS.")
final class VersionCommand implements Callable<Integer> {
    private final Shell shell;

    VersionCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        for (String line : new Version().getVersion()) {
            shell.out().println(line);
        }
        return ExitCode.COMPLETE.number();
    }
}
