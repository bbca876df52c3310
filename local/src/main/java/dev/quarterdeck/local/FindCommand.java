package dev.quarterdeck.local;

import dev.quarterdeck.local.facts.FactFolder;
import dev.quarterdeck.local.facts.Finder;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck find}. */
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Finds what has an address, an id, a name: the resource, its account, and what uses it.",
        description = {
            "",
            "ANYTHING may be an IP address or a CIDR block, an ARN, an id, an access key id, a DNS name, a name or part",
            "of one, a tag value or Key=Value. What matches exactly comes alone; else what contains it."
        },
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck find 52.16.0.9 --in facts",
            "  quarterdeck find AKIAIOSFODNN7EXAMPLE --in facts",
            "  quarterdeck find Owner=payments --in facts --output json"
        })
final class FindCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "ANYTHING", description = "what you have in hand")
    private String anything = "";

    @Option(names = "--in", required = true, paramLabel = "DIR", description = "a folder that 'scan --out' wrote")
    private Path folder = Path.of("");

    @Option(names = "--output", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES} (default: table)")
    private Form form = Form.table;

    FindCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        String wanted = anything.strip();
        if (wanted.isEmpty()) {
            throw Refusal.usage(
                    "'%s' is nothing to look for: give an address, an id, an ARN or a name".formatted(anything));
        }
        FactFolder facts = FactFolder.open(folder, "--in");
        new FindReport(shell, form).show(wanted, Finder.in(facts).find(wanted), facts);
        return ExitCode.COMPLETE.number();
    }
}
