package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck diff}. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows what is other at one instant than at an earlier one, field by field.",
        description = {
            "",
            "Whatever came and went between them is not told: 'changes' tells it. What appeared or vanished where nobody",
            "had seen all there is, at one of the instants, counts as neither created nor deleted."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck diff 2026-01-01T00:00:00Z 2026-01-31T00:00:00Z",
            "  quarterdeck diff 2026-01-01T00:00:00Z --account 111122223333 --type AWS::EC2::SecurityGroup"
        })
final class DiffCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(index = "0", paramLabel = "FROM", description = "the earlier instant, as in 2026-01-31T12:00:00Z")
    private String from = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "TO", description = "the later instant (default: now)")
    private Optional<String> to = Optional.empty();

    @Option(names = "--account", paramLabel = "ID", description = "only this account")
    private Optional<String> account = Optional.empty();

    @Option(names = "--type", paramLabel = "TYPE", description = "only this type")
    private Optional<String> type = Optional.empty();

    @Option(names = "--region", paramLabel = "REGION", description = "only this region")
    private Optional<String> region = Optional.empty();

    @Option(names = "--kind", paramLabel = "WORD", description = "created, changed, deleted or re-made")
    private Optional<String> kind = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    DiffCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> list(hub, desk));
    }

    private int list(HubClient hub, HubDesk desk) {
        var items = new ArrayList<Fields>();
        var unseen = new ArrayList<Fields>();
        hub.pages("/api/diff", filter(), page -> {
            items.addAll(page.objects("items"));
            unseen.addAll(page.objects("areas_not_seen"));
        });
        desk.list(items, table -> ChangeTable.differences(items, table));
        if (items.isEmpty()) {
            desk.say("No difference is known");
        }
        if (!unseen.isEmpty()) {
            desk.say("");
            desk.say(blind(unseen));
        }
        return ExitCode.COMPLETE.number();
    }

    private Map<String, String> filter() {
        var filter = new LinkedHashMap<String, String>();
        filter.put("from", from);
        filter.put("to", to.orElseGet(() -> shell.clock().instant().toString()));
        account.ifPresent(id -> filter.put("account_id", id));
        type.ifPresent(name -> filter.put("type", name));
        region.ifPresent(name -> filter.put("region", name));
        kind.ifPresent(word -> filter.put("kind", word));
        return filter;
    }

    private static String blind(List<Fields> areas) {
        return "%s not seen in full at both instants, of which nothing can be told: %s"
                .formatted(
                        Words.count(areas.size(), "area was", "areas were"),
                        Words.list(
                                areas.stream()
                                        .map(area -> "%s %s %s (%s, then %s)"
                                                .formatted(
                                                        area.text("account_id"),
                                                        area.text("region"),
                                                        area.maybeText("type").orElse("everything"),
                                                        area.text("at_from"),
                                                        area.text("at_to")))
                                        .toList(),
                                5));
    }
}
