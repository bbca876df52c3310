package dev.quarterdeck.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck scan}. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Reads what is in AWS accounts, and says where it could not look.",
        description = {
            "",
            "Only reads; never values of secrets or parameters. Without options: the account of your default credentials,",
            "in all regions that it has enabled. Ctrl-C stops it and keeps what was read until then."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:all was read, or gaps are told and not forbidden",
            " 2:the command line, or a file it names, is wrong",
            " 3:something could not be looked at, with --fail-on-gaps",
            " 4:there are no credentials, or nothing could be read with them",
            "130:stopped with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck scan",
            "  quarterdeck scan --plan",
            "  quarterdeck scan --profile prod --profile staging --regions eu-west-1,us-east-1 --out facts",
            "  quarterdeck scan --role-arn arn:aws:iam::111122223333:role/Audit --external-id 4711",
            "  quarterdeck scan --org --role-name Audit --exclude 444455556666 --fail-on-gaps",
            "  quarterdeck scan --types s3,ec2:instance --output ndjson | jq -r .arn",
            "  quarterdeck scan --out facts/today --compare facts/yesterday",
            "  quarterdeck scan --endpoint-url http://127.0.0.1:5555"
        })
final class ScanCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ScanOptions options = new ScanOptions();

    ScanCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() throws Exception {
        ScanWish wish = ScanWish.of(options, shell);
        return (options.plan ? new PlanRun(shell, wish).run() : new ScanRun(shell, wish).run()).number();
    }
}
