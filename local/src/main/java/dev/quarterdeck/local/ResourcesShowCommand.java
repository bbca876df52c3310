package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Columns;
import dev.quarterdeck.local.report.PrettyJson;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck resources show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows one resource: what is known of it, and its configuration as AWS tells it.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck resources show i-0abc1234",
            "  quarterdeck resources show arn:aws:sqs:eu-west-1:111122223333:orders --at 2026-01-31T12:00:00Z",
            "  quarterdeck resources show r1abcdefghijklmnopqrstuvwxyz --output json"
        })
final class ResourcesShowCommand implements Callable<Integer> {
    private static final List<String> COLUMNS = List.of(
            "uid",
            "type",
            "name",
            "native_id",
            "arn",
            "account_id",
            "account_name",
            "ou_path",
            "region",
            "az",
            "state",
            "origin",
            "public",
            "encrypted",
            "managed_by",
            "stack",
            "created_at",
            "first_seen",
            "last_seen",
            "changed_at",
            "missing_since",
            "looked_at");

    private final Shell shell;

    @Mixin
    private ResourceChoice resource = new ResourceChoice();

    @Option(names = "--at", paramLabel = "INSTANT", description = "as it was then, as in 2026-01-31T12:00:00Z")
    private Optional<String> at = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    ResourcesShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> show(hub, desk));
    }

    private int show(HubClient hub, HubDesk desk) {
        Fields row = hub.get(resource.path(hub, at), ResourceChoice.at(at)).fields();
        desk.show(row.json(), table -> sheet(row, table));
        desk.say("\n" + PrettyJson.of(row.json().get("config").orElse(Json.Obj.EMPTY)));
        return ExitCode.COMPLETE.number();
    }

    private static void sheet(Fields row, Columns table) {
        table.left("").left("");
        COLUMNS.forEach(column -> row.maybeText(column).ifPresent(value -> table.row(column.replace('_', ' '), value)));
        row.objects("identifiers").forEach(one -> table.row(one.text("kind"), one.text("value")));
        row.map("tags").forEach((key, value) -> table.row("tag " + key, value));
        row.map("not_read").forEach((what, why) -> table.row("not read: " + what, why));
    }
}
