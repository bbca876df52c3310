package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Columns;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck resources relations}. */
@Command(
        name = "relations",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows what one resource points to and what points to it, in all accounts.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck resources relations sg-0abc1234",
            "  quarterdeck resources relations alias/orders --at 2026-01-31T12:00:00Z"
        })
final class ResourcesRelationsCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ResourceChoice resource = new ResourceChoice();

    @Option(names = "--at", paramLabel = "INSTANT", description = "as it was then, as in 2026-01-31T12:00:00Z")
    private Optional<String> at = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    ResourcesRelationsCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> list(hub, desk));
    }

    private int list(HubClient hub, HubDesk desk) {
        Fields relations = hub.get(resource.path(hub, at) + "/relations", ResourceChoice.at(at))
                .fields();
        desk.show(relations.json(), table -> words(relations, table));
        return ExitCode.COMPLETE.number();
    }

    private static void words(Fields relations, Columns table) {
        table.left("")
                .left("RELATION")
                .left("TYPE")
                .left("NAME")
                .left("ACCOUNT")
                .left("REGION")
                .left("WHERE IT STANDS");
        rows("points to", relations.objects("uses"), table);
        rows("pointed to by", relations.objects("used_by"), table);
    }

    private static void rows(String way, List<Fields> edges, Columns table) {
        for (Fields edge : edges) {
            Optional<Fields> other = edge.maybeObject("resource");
            table.row(
                    way,
                    edge.text("rel"),
                    other.map(it -> it.text("type")).orElse("not known"),
                    other.map(it -> it.text("name")).orElseGet(() -> edge.text("to_arn")),
                    other.map(it -> it.text("account_id"))
                            .or(() -> edge.maybeText("to_account_id"))
                            .orElse(""),
                    other.map(it -> it.text("region")).orElse(""),
                    edge.text("via"));
        }
    }
}
