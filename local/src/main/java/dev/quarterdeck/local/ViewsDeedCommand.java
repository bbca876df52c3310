package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.Answer;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Columns;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck views show}, {@code delete}, {@code share} and {@code unshare}. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n")
final class ViewsDeedCommand implements Callable<Integer> {
    private final Shell shell;
    private final Verb verb;

    @Parameters(paramLabel = "NAME", description = "its name or its id")
    private String name = "";

    @Mixin
    private HubOptions options = new HubOptions();

    /** What is done with a view. */
    enum Verb {
        SHOW("Shows a view, and what of it is not understood any more."),
        DELETE("Deletes a view of mine."),
        SHARE("Shows a view to all who may read the inventory."),
        UNSHARE("Shows a view to its owner alone.");

        private final String header;

        Verb(String header) {
            this.header = header;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    ViewsDeedCommand(Shell shell, Verb verb) {
        this.shell = shell;
        this.verb = verb;
    }

    CommandLine line() {
        var line = new CommandLine(this);
        line.getCommandSpec().name(verb.word());
        line.getCommandSpec()
                .usageMessage()
                .header(verb.header)
                .footer("  quarterdeck views %s orphans".formatted(verb.word()));
        return line;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> answer(hub, desk));
    }

    private int answer(HubClient hub, HubDesk desk) {
        String path = ViewChoice.path(hub, name);
        Answer read = hub.get(path);
        switch (verb) {
            case SHOW -> show(read.fields(), desk);
            case SHARE, UNSHARE ->
                show(hub.post(path + "/" + verb.word(), Json.Obj.EMPTY).fields(), desk);
            case DELETE -> {
                hub.delete(path, Map.of(), read.tag().orElseThrow());
                desk.say("Deleted");
            }
        }
        return ExitCode.COMPLETE.number();
    }

    private static void show(Fields view, HubDesk desk) {
        desk.show(view.json(), table -> whole(view, table));
    }

    static void whole(Fields view, Columns table) {
        table.left("").prose("");
        table.row("id", view.text("view_id"));
        table.row("name", view.text("name"));
        table.row("owner", view.text("owner") + (view.flag("shared") ? ", shared" : ""));
        List.of("description", "filter", "fields", "sort", "facets", "flaw")
                .forEach(member -> view.maybeText(member).ifPresent(text -> table.row(member, text)));
    }
}
