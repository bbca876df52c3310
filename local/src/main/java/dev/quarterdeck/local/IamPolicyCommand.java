package dev.quarterdeck.local;

import dev.quarterdeck.collect.policy.ReadPolicy;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.report.PrettyJson;
import dev.quarterdeck.wire.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quarterdeck iam-policy}. */
@Command(
        name = "iam-policy",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Prints the permissions that a role needs so that a scan can read everything.",
        description = {
            "",
            "Each policy fits into a managed policy (6,144 characters). Reading what customers keep, such as objects,",
            "items, messages and secrets, is denied explicitly in both flavours."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck iam-policy --flavour stable",
            "  quarterdeck iam-policy --types s3,ec2 > policy.json",
            "  quarterdeck iam-policy --out policies"
        })
final class IamPolicyCommand implements Callable<Integer> {
    /** The names are what people type. */
    enum Flavour {
        exact,
        stable
    }

    private final Shell shell;

    @Option(
            names = "--flavour",
            order = 1,
            paramLabel = "FLAVOUR",
            description = "exact: just the actions that the catalog's calls need, so it changes with the catalog;"
                    + " stable: AWS's SecurityAudit and ViewOnlyAccess, which survive upgrades (default: exact)")
    private Flavour flavour = Flavour.exact;

    @Option(
            names = "--types",
            order = 2,
            split = ",",
            paramLabel = "TYPES",
            description = "only for these types, as with scan")
    private List<String> types = new ArrayList<>();

    @Option(
            names = "--partition",
            order = 3,
            paramLabel = "NAME",
            description = "aws, aws-cn, aws-us-gov, …: in which partition AWS's own policies are (default: aws)")
    private String partition = "aws";

    @Option(names = "--out", order = 4, paramLabel = "DIR", description = "write each policy to a file there")
    private Optional<Path> out = Optional.empty();

    IamPolicyCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        checkPartition();
        ReadPolicy policy =
                ReadPolicy.of(dev.quarterdeck.accounts.roles.Flavour.of(flavour.name()), chosen(), partition);
        out.ifPresentOrElse(folder -> write(folder, policy), () -> print(policy));
        return ExitCode.COMPLETE.number();
    }

    private void checkPartition() {
        List<String> known = shell.knowledge().endpoints().partitions().stream()
                .map(Endpoints.Partition::id)
                .toList();
        if (!known.contains(partition)) {
            throw Refusal.usage(
                    "there is no partition '%s': there are %s".formatted(partition, String.join(", ", known)));
        }
    }

    private Collection<TypeDefinition> chosen() {
        var catalog = shell.knowledge().types();
        return types.isEmpty() ? catalog.types() : new TypeChoice(catalog).all(types);
    }

    private void print(ReadPolicy policy) {
        List<ReadPolicy.Document> documents = policy.documents();
        Json printed = documents.size() == 1
                ? documents.getFirst().policy()
                : Json.of(documents.stream().map(IamPolicyCommand::named).toList());
        shell.out().println(PrettyJson.of(printed));
        shell.out().flush();
        policy.attach().forEach(arn -> shell.err().println("note: attach AWS's own " + arn + " too"));
    }

    private static Json.Obj named(ReadPolicy.Document document) {
        var members = new LinkedHashMap<String, Json>();
        members.put("name", Json.of(document.name()));
        members.put("policy", document.policy());
        return new Json.Obj(members);
    }

    private void write(Path folder, ReadPolicy policy) {
        try {
            Files.createDirectories(folder);
            for (ReadPolicy.Document document : policy.documents()) {
                Path file = folder.resolve(document.name() + ".json");
                Files.writeString(file, PrettyJson.of(document.policy()) + "\n");
                shell.out()
                        .println("aws iam create-policy --policy-name %s --policy-document file://%s"
                                .formatted(document.name(), file));
            }
            policy.attach()
                    .forEach(arn ->
                            shell.out().println("aws iam attach-role-policy --role-name ROLE --policy-arn " + arn));
        } catch (IOException e) {
            throw Refusal.usage("cannot write to the folder '%s' (%s): choose another with --out"
                    .formatted(folder, Refusal.why(e)));
        }
    }
}
