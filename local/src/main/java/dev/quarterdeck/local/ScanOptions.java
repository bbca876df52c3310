package dev.quarterdeck.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a scan looks at, how gently, and where the facts go. */
final class ScanOptions {
    @Mixin
    AccountOptions accounts = new AccountOptions();

    @Option(
            names = "--regions",
            order = 10,
            split = ",",
            paramLabel = "REGION",
            description = "only these regions, or all that the account has enabled: all (the default)")
    List<String> regions = new ArrayList<>();

    @Option(
            names = "--types",
            order = 11,
            split = ",",
            paramLabel = "TYPE",
            description = "only these types, such as AWS::EC2::Instance, ec2:instance, or all of a service: ec2"
                    + " ('quarterdeck types' lists them; default: all)")
    List<String> types = new ArrayList<>();

    @Option(
            names = "--rate",
            order = 12,
            paramLabel = "PERCENT",
            description = "how much of AWS's call rates to take, 1 to 100 (default: 25, as your own tools share them;"
                    + " no limit with an endpoint of your own)")
    Optional<String> rate = Optional.empty();

    @Option(names = "--paid", order = 13, description = "also make the calls that cost money; --plan says how much")
    boolean paid;

    @Mixin
    EndpointOptions endpoint = new EndpointOptions();

    @Option(
            names = "--out",
            order = 30,
            paramLabel = "DIR",
            description = "write resources.ndjson, edges.ndjson, coverage.ndjson and run.json there")
    Optional<Path> out = Optional.empty();

    @Option(
            names = "--output",
            order = 31,
            paramLabel = "FORM",
            description = "table prints a summary; ndjson and csv a resource on each line as it comes; json one list of"
                    + " them (the summary then goes to standard error; default: table)")
    Form form = Form.table;

    @Option(
            names = "--plan",
            order = 32,
            description = "only say what would be asked, what it costs and how long it takes")
    boolean plan;

    @Option(
            names = "--compare",
            order = 33,
            paramLabel = "DIR",
            description = "say what was added, changed and removed since the scan in this folder")
    Optional<Path> compare = Optional.empty();

    @Option(names = "--fail-on-gaps", order = 34, description = "exit with 3 if something could not be looked at")
    boolean failOnGaps;

    /** The percentage asked for, if one was. */
    Optional<Integer> percent() {
        return rate.map(text -> {
            if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 100) {
                throw Refusal.usage(
                        "--rate: '%s' is not a percentage: give a whole number from 1 to 100".formatted(text));
            }
            return Integer.parseInt(text);
        });
    }

    /** Options that mean nothing without another are a misunderstanding, not a wish. */
    void check() {
        boolean lists = accounts.organization || accounts.file.isPresent();
        refuse(!accounts.units.isEmpty() && !accounts.organization, "--ou", "--org");
        refuse(!accounts.excluded.isEmpty() && !lists, "--exclude", "--org or --accounts");
        refuse(accounts.roleName.isPresent() && !lists, "--role-name", "--org or --accounts");
        if (accounts.throughRoles() && accounts.profiles.size() > 1) {
            throw Refusal.usage(
                    "--profile is given %d times, and roles are assumed with one: name the one that may assume them"
                            .formatted(accounts.profiles.size()));
        }
        accounts.roleName.filter(name -> !name.matches("[\\w+=,.@/-]{1,512}")).ifPresent(name -> {
            throw Refusal.usage(
                    "--role-name: '%s' is not the name of a role: give it without the ARN around it".formatted(name));
        });
    }

    private static void refuse(boolean lonely, String option, String partner) {
        if (lonely) {
            throw Refusal.usage(
                    "%s means nothing without %s: add it, or leave %s out".formatted(option, partner, option));
        }
    }
}
