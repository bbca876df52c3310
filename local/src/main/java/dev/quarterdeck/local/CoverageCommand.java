package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Columns;
import dev.quarterdeck.local.report.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck coverage}. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows what was looked at and what was not, and why.",
        description = {
            "",
            "For people: all gaps, and how much was looked at. For programs (--output): every account, region and type."
        },
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck coverage",
            "  quarterdeck coverage --account 111122223333 --status denied",
            "  quarterdeck coverage --output ndjson | jq -r .missing_action"
        })
final class CoverageCommand implements Callable<Integer> {
    private static final String LOOKED = "looked";

    private final Shell shell;

    @Option(names = "--account", paramLabel = "ID", description = "only this account")
    private Optional<String> account = Optional.empty();

    @Option(names = "--region", paramLabel = "REGION", description = "only this region")
    private Optional<String> region = Optional.empty();

    @Option(names = "--type", paramLabel = "TYPE", description = "only this type")
    private Optional<String> type = Optional.empty();

    @Option(names = "--status", paramLabel = "WORD", description = "such as looked, denied, barred, failed")
    private Optional<String> status = Optional.empty();

    @Option(names = "--at", paramLabel = "INSTANT", description = "as it was then")
    private Optional<String> at = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    CoverageCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> list(hub, desk));
    }

    private int list(HubClient hub, HubDesk desk) {
        List<Fields> areas = hub.all("/api/coverage", filter());
        desk.list(areas, table -> gaps(areas, table));
        desk.say(summary(areas));
        return ExitCode.COMPLETE.number();
    }

    private Map<String, String> filter() {
        var filter = new LinkedHashMap<String, String>();
        account.ifPresent(id -> filter.put("account_id", id));
        region.ifPresent(name -> filter.put("region", name));
        type.ifPresent(name -> filter.put("type", name));
        status.ifPresent(word -> filter.put("status", word));
        at.ifPresent(instant -> filter.put("at", instant));
        return filter;
    }

    private static boolean isGap(Fields area) {
        return !area.text("status").equals(LOOKED);
    }

    private static void gaps(List<Fields> areas, Columns table) {
        table.left("ACCOUNT")
                .left("REGION")
                .left("TYPE")
                .left("STATUS")
                .left("LAST SEEN")
                .prose("WHY");
        areas.stream()
                .filter(CoverageCommand::isGap)
                .forEach(area -> table.row(
                        area.text("account_id"),
                        area.text("region"),
                        area.maybeText("type").orElse(""),
                        area.text("status"),
                        area.maybeText("seen_at").orElse("never"),
                        why(area)));
    }

    private static String why(Fields area) {
        return area.maybeText("missing_action")
                .map(action -> "needs " + action)
                .or(() -> area.maybeText("blocked_by").map(policy -> "barred by " + policy))
                .or(() -> area.maybeText("reason"))
                .orElse("");
    }

    private static String summary(List<Fields> areas) {
        var counts = new TreeMap<String, Long>();
        areas.forEach(area -> counts.merge(area.text("status"), 1L, Long::sum));
        if (counts.isEmpty()) {
            return "No account: 'quarterdeck scan' or 'quarterdeck accounts connect' makes one known";
        }
        var words = new StringBuilder(Words.count(areas.size(), "area", "areas"));
        counts.forEach((word, count) ->
                words.append(", ").append(Words.number(count)).append(' ').append(word));
        return words.toString();
    }
}
