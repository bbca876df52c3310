package dev.quarterdeck.local;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck types}. */
@Command(
        name = "types",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Lists the types of resources that a scan reads, or explains one.",
        description = {
            "",
            "For one type: what is called and what that costs, which permissions it needs, how it hangs together with",
            "others, what is read in addition to its list and how old that may become."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck types",
            "  quarterdeck types AWS::EC2::Volume",
            "  quarterdeck types s3:bucket --output json"
        })
final class TypesCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(
            arity = "0..1",
            paramLabel = "TYPE",
            description = "a type or its short name: AWS::EC2::Volume, ec2:volume")
    private Optional<String> type = Optional.empty();

    @Option(names = "--output", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES} (default: table)")
    private Form form = Form.table;

    TypesCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var catalog = shell.knowledge().types();
        if (type.isPresent()) {
            new TypeReport(shell, form).explain(new TypeChoice(catalog).one(type.get()), catalog);
        } else {
            new TypeReport(shell, form).list(catalog);
        }
        return ExitCode.COMPLETE.number();
    }
}
