package dev.quarterdeck.local;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.local.access.AccountsFile;
import dev.quarterdeck.local.access.RoleArn;
import dev.quarterdeck.local.facts.FactFolder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a person asked of a scan, checked as far as it can be without asking AWS. */
record ScanWish(ScanOptions options, What what, Who who, Wire wire, Optional<FactFolder> earlier) {

    /** An empty set of types means all. */
    record What(Set<ResourceType> types, RegionChoice regions) {}

    record Who(List<Role> roles, List<AccountsFile.Entry> entries, Set<AccountId> excluded) {}

    record Role(RoleArn arn, Optional<String> externalId) {}

    /** {@code services} are asked elsewhere than {@code endpoint} says. */
    record Wire(Optional<URI> endpoint, Map<String, URI> services, Optional<Integer> percent) {
        Wire {
            services = Map.copyOf(services);
        }
    }

    static ScanWish of(ScanOptions options, Shell shell) {
        options.check();
        var wire = options.endpoint.wire(shell, options.accounts.profiles, options.percent());
        return new ScanWish(
                options,
                what(options, shell.knowledge()),
                who(options.accounts),
                wire,
                options.compare.map(folder -> FactFolder.open(folder, "--compare")));
    }

    private static What what(ScanOptions options, Knowledge knowledge) {
        Set<ResourceType> types = new TypeChoice(knowledge.types())
                .all(options.types).stream().map(TypeDefinition::type).collect(Collectors.toSet());
        return new What(types, new RegionNames(knowledge.endpoints()).choose(options.regions));
    }

    private static Who who(AccountOptions options) {
        return new Who(
                options.roles.stream()
                        .map(role ->
                                new Role(RoleArn.parse(role.arn, "--role-arn"), Optional.ofNullable(role.externalId)))
                        .toList(),
                options.file.map(AccountsFile::read).orElse(List.of()),
                options.excluded.stream().map(ScanWish::account).collect(Collectors.toSet()));
    }

    private static AccountId account(String text) {
        if (!AccountId.isValid(text)) {
            throw Refusal.usage("--exclude: '%s' is not an account id: give 12 digits".formatted(text));
        }
        return new AccountId(text);
    }
}
