package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck topology}. */
@Command(
        name = "topology",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows what is in what, how much of it, and what leads from where to where.",
        description = {
            "",
            "Accounts hold regions, these VPCs, these subnets, all of them types, and types resources. Links are added up",
            "between the groups that are shown."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck topology --depth vpc",
            "  quarterdeck topology --expand 111122223333/eu-west-1 --filter \"tag.app = orders\""
        })
final class TopologyCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--filter", paramLabel = "TEXT", description = "of which resources (default: of all)")
    private Optional<String> filter = Optional.empty();

    @Option(
            names = "--depth",
            paramLabel = "LEVEL",
            description = "open all down to here: account, region, vpc, subnet, type or resource (default: account)")
    private Optional<String> depth = Optional.empty();

    @Option(names = "--expand", split = ",", paramLabel = "ID", description = "open this group too; may be repeated")
    private List<String> expand = List.of();

    @Option(names = "--at", paramLabel = "INSTANT", description = "as it was then, as in 2026-01-31T12:00:00Z")
    private Optional<String> at = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    TopologyCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> show(hub, desk));
    }

    private int show(HubClient hub, HubDesk desk) {
        Fields answer = hub.get("/api/topology", query()).fields();
        var map = new MapWords(answer);
        switch (options.form) {
            case table, json -> desk.show(answer.json(), map::groups);
            case csv, ndjson -> desk.list(answer.objects("groups"), map::groups);
        }
        map.remarks().forEach(desk::say);
        return ExitCode.COMPLETE.number();
    }

    private Map<String, String> query() {
        var query = new LinkedHashMap<String, String>();
        filter.ifPresent(text -> query.put("filter", text));
        depth.ifPresent(level -> query.put("depth", level));
        at.ifPresent(instant -> query.put("at", instant));
        if (!expand.isEmpty()) {
            query.put("expand", String.join(",", expand));
        }
        return query;
    }
}
