package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Columns;
import dev.quarterdeck.local.report.Words;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck resources impact}. */
@Command(
        name = "impact",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows what is hit when one resource goes, in all accounts, and through what.",
        description = {
            "",
            "What breaks hits others in turn and is followed; what only loses something goes on without it. An arrow",
            "points as the relation does: '<- uses' from the one behind it."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck resources impact alias/orders",
            "  quarterdeck resources impact sg-0abc1234 --depth 2 --output json"
        })
final class ResourcesImpactCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ResourceChoice resource = new ResourceChoice();

    @Option(names = "--at", paramLabel = "INSTANT", description = "as it was then, as in 2026-01-31T12:00:00Z")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--depth",
            paramLabel = "NUMBER",
            description = "follow so many relations at most, up to 10 (default: 5)")
    private Optional<String> depth = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    ResourcesImpactCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> show(hub, desk));
    }

    private int show(HubClient hub, HubDesk desk) {
        var query = new LinkedHashMap<>(ResourceChoice.at(at));
        depth.ifPresent(steps -> query.put("depth", steps));
        Fields impact = hub.get(resource.path(hub, at) + "/impact", query).fields();
        desk.show(impact.json(), table -> words(impact, table));
        desk.say(remark(impact));
        return ExitCode.COMPLETE.number();
    }

    private static void words(Fields impact, Columns table) {
        table.left("").left("TYPE").left("NAME").left("ACCOUNT").left("REGION").prose("THROUGH");
        for (Fields hit : impact.objects("items")) {
            Optional<Fields> known = hit.maybeObject("resource");
            table.row(
                    hit.text("harm"),
                    known.map(it -> it.text("type")).orElse("not known"),
                    name(hit),
                    known.map(it -> it.text("account_id")).orElseGet(() -> stranger(hit.object("account"))),
                    known.map(it -> it.text("region")).orElse(""),
                    hit.objects("path").stream()
                            .map(ResourcesImpactCommand::step)
                            .collect(Collectors.joining(" ")));
        }
    }

    private static String step(Fields step) {
        String rel = step.maybeText("rel").orElse("?");
        boolean back = step.maybeText("points").filter("forth"::equals).isEmpty();
        return (back ? "<- " + rel : "-> " + rel) + " " + (step.has("hidden") ? "(hidden)" : name(step));
    }

    private static String name(Fields thing) {
        return thing.maybeObject("resource").map(it -> it.text("name")).orElseGet(() -> thing.text("arn"));
    }

    private static String stranger(Fields account) {
        String id = account.maybeText("account_id").orElse("");
        return account.flag("known") ? id : (id + " (not in this hub)").strip();
    }

    private static String remark(Fields impact) {
        long hidden = impact.whole("hidden");
        long areas = impact.whole("areas_not_looked_at");
        long accounts = impact.whole("accounts_never_scanned");
        return Words.count(impact.objects("items").size(), "resource is hit", "resources are hit")
                + (hidden > 0 ? "; %s more in accounts that you may not see".formatted(Words.number(hidden)) : "")
                + (impact.flag("more") ? "; and more beyond that" : "")
                + (areas > 0 ? "; %s could not be looked at".formatted(Words.count(areas, "area", "areas")) : "")
                + (accounts > 0
                        ? "; %s never scanned".formatted(Words.count(accounts, "account was", "accounts were"))
                        : "");
    }
}
