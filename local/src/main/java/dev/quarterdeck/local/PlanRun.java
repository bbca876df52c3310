package dev.quarterdeck.local;

import dev.quarterdeck.collect.plan.ScanPlan;
import dev.quarterdeck.collect.scan.RegionChoice;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.collect.types.TypeDefinition;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.facts.FactFile;
import dev.quarterdeck.local.facts.FactFolder;
import java.nio.file.Files;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code scan --plan}: what a scan would ask. Asks nothing itself, so it counts with what an earlier scan knew. */
final class PlanRun {
    /** Those that nobody can switch off. */
    private static final int USUAL_REGIONS = 17;

    private final Shell shell;
    private final ScanWish wish;

    PlanRun(Shell shell, ScanWish wish) {
        this.shell = shell;
        this.wish = wish;
    }

    ExitCode run() {
        Optional<FactFolder> earlier = wish.earlier().or(this::writtenBefore);
        var scope = new ScanPlan.Scope(
                accounts(earlier),
                regions(earlier),
                earlier.map(PlanRun::counts).orElse(Map.of()),
                wish.options().paid);
        new PlanReport(shell, wish).show(ScanPlan.of(scope, types()), earlier);
        return ExitCode.COMPLETE;
    }

    private Optional<FactFolder> writtenBefore() {
        return wish.options()
                .out
                .filter(folder -> Files.exists(folder.resolve(FactFile.RUN.fileName())))
                .map(folder -> FactFolder.open(folder, "--out"));
    }

    private Collection<TypeDefinition> types() {
        TypeCatalog catalog = shell.knowledge().types();
        return catalog.types().stream()
                .filter(type ->
                        wish.what().types().isEmpty() || wish.what().types().contains(type.type()))
                .toList();
    }

    private int accounts(Optional<FactFolder> earlier) {
        AccountOptions options = wish.options().accounts;
        if (options.organization) {
            return earlier.map(folder -> accounts(folder).size())
                    .filter(count -> count > 0)
                    .orElse(1);
        }
        int named = wish.who().roles().size() + wish.who().entries().size();
        return named > 0 ? named : Math.max(1, options.profiles.size());
    }

    private int regions(Optional<FactFolder> earlier) {
        return switch (wish.what().regions()) {
            case RegionChoice.Named(List<String> names) -> names.size();
            case RegionChoice.Part _ -> 1;
            case RegionChoice.AllEnabled _ ->
                earlier.map(PlanRun::enabled).filter(count -> count > 0).orElse(USUAL_REGIONS);
        };
    }

    private static int enabled(FactFolder folder) {
        return accounts(folder).stream()
                .mapToInt(account -> account instanceof Json.Obj object
                                && object.get("regions_enabled").orElse(Json.Null.VALUE) instanceof Json.Arr(var names)
                        ? names.size()
                        : 0)
                .max()
                .orElse(0);
    }

    private static List<Json> accounts(FactFolder folder) {
        return folder.run().get("accounts").orElse(Json.Null.VALUE) instanceof Json.Arr(var items) ? items : List.of();
    }

    private static Map<ResourceType, Long> counts(FactFolder folder) {
        var counts = new HashMap<ResourceType, Long>();
        folder.rows(FactFile.RESOURCES, row -> {
            if (row.get("type").orElse(Json.Null.VALUE) instanceof Json.Str(var type)) {
                counts.merge(new ResourceType(type), 1L, Long::sum);
            }
        });
        return counts;
    }
}
