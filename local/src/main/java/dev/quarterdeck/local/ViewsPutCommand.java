package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.Answer;
import dev.quarterdeck.local.client.HubClient;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck views create} and {@code update}. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n")
final class ViewsPutCommand implements Callable<Integer> {
    private final Shell shell;
    private final Verb verb;

    @Parameters(paramLabel = "NAME", description = "what it is called")
    private String name = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "what it is for")
    private Optional<String> description = Optional.empty();

    @Option(names = "--filter", paramLabel = "TEXT", description = "which resources (default: all)")
    private Optional<String> filter = Optional.empty();

    @Option(names = "--fields", paramLabel = "FIELDS", description = "what of each, joined by commas")
    private Optional<String> fields = Optional.empty();

    @Option(names = "--sort", paramLabel = "FIELDS", description = "by what; a minus turns the order round")
    private Optional<String> sort = Optional.empty();

    @Option(names = "--facets", paramLabel = "FIELDS", description = "of which the values are counted")
    private Optional<String> facets = Optional.empty();

    @Mixin
    private HubOptions options = new HubOptions();

    /** Whether there is one already. */
    enum Verb {
        CREATE("Keeps a question under a name."),
        UPDATE("Puts another question in the place of one of mine, as a whole.");

        private final String header;

        Verb(String header) {
            this.header = header;
        }
    }

    ViewsPutCommand(Shell shell, Verb verb) {
        this.shell = shell;
        this.verb = verb;
    }

    CommandLine line() {
        String word = verb.name().toLowerCase(Locale.ROOT);
        var line = new CommandLine(this);
        line.getCommandSpec().name(word);
        line.getCommandSpec()
                .usageMessage()
                .header(verb.header)
                .footer("  quarterdeck views %s orphans --filter \"tag.Owner unknown\" --sort account_name,name"
                        .formatted(word));
        return line;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> put(hub, desk));
    }

    private int put(HubClient hub, HubDesk desk) {
        Json.Obj wish = new Members()
                .put("name", name)
                .maybe("description", description)
                .maybe("filter", filter)
                .maybe("fields", fields)
                .maybe("sort", sort)
                .maybe("facets", facets)
                .json();
        Answer kept = switch (verb) {
            case CREATE -> hub.post(ViewChoice.PATH, wish);
            case UPDATE -> {
                String path = ViewChoice.path(hub, name);
                Answer old = hub.get(path);
                yield hub.put(
                        path,
                        wish.with("name", Json.of(old.fields().text("name"))),
                        old.tag().orElseThrow());
            }
        };
        Fields view = kept.fields();
        desk.show(view.json(), table -> ViewWords.whole(view, table));
        return ExitCode.COMPLETE.number();
    }
}
