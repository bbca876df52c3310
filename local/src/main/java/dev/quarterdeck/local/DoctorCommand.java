package dev.quarterdeck.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Looks for what keeps a scan from working, and says what to do about it.",
        description = {
            "",
            "Checks Java, the folder of your key, credentials (with the command that renews an expired session), the",
            "clock, the proxy, the endpoint, and which regions the account has enabled."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:a scan would work", " 4:it would not"},
        footerHeading = "%nExamples:%n",
        footer = {"  quarterdeck doctor", "  quarterdeck doctor --profile prod"})
final class DoctorCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--profile", paramLabel = "NAME", description = "look at this AWS profile (default: as scan would)")
    private Optional<String> profile = Optional.empty();

    @Mixin
    private EndpointOptions endpoint = new EndpointOptions();

    DoctorCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var wire = endpoint.wire(shell, profile.stream().toList(), Optional.empty());
        return new Checkup(shell, wire).run(profile).number();
    }
}
