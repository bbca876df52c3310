package dev.quarterdeck.local;

import dev.quarterdeck.inventory.find.Finder;
import dev.quarterdeck.inventory.find.Found;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.facts.FactFolder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  quarterdeck find 52.16.0.9",
            "  quarterdeck find 52.16.0.9 --at 2026-01-31T12:00:00Z",
            "  quarterdeck find AKIAIOSFODNN7EXAMPLE --in facts",
            "  quarterdeck find Owner=payments --in facts --output json"
        })
final class FindCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "ANYTHING", description = "what you have in hand")
    private String anything = "";

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "look in a folder that 'scan --out' wrote (default: in what the hub knows)")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--at", paramLabel = "INSTANT", description = "look back to then, as in 2026-01-31T12:00:00Z")
    private Optional<String> at = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

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
        return folder.map(path -> inFolder(wanted, path)).orElseGet(() -> inHub(wanted));
    }

    private int inFolder(String wanted, Path path) {
        if (at.isPresent()) {
            throw Refusal.usage("--at: a folder holds one scan only: look back in a hub, without --in");
        }
        FactFolder facts = FactFolder.open(path, "--in");
        var report = new FindReport(shell, options.form);
        report.show(wanted, Finder.in(facts).find(wanted), FindReport.Source.of(facts));
        return ExitCode.COMPLETE.number();
    }

    private int inHub(String wanted) {
        var query = new LinkedHashMap<String, String>();
        query.put("q", wanted);
        at.ifPresent(instant -> query.put("at", instant));
        return new HubDesk(shell, options).with(hub -> {
            Fields answer = hub.get("/api/find", query).fields();
            new FindReport(shell, options.form).show(wanted, Found.of(answer), FindReport.Source.of(answer));
            return ExitCode.COMPLETE.number();
        });
    }
}
