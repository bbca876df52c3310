package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Columns;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A verb for one thing of the hub's, such as {@code quarterdeck scans cancel} or {@code schedules enable}. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n")
final class SteerCommand implements Callable<Integer> {
    private final Shell shell;
    private final Verb verb;
    private final BiConsumer<Fields, Columns> words;

    @Mixin
    private final Chosen thing;

    @Mixin
    private HubOptions options = new HubOptions();

    /** The thing that somebody means. */
    interface Chosen {
        String path();
    }

    /** What it is called on the command line and in the path, what it does, and an example. */
    record Verb(String word, String header, String example) {}

    /** {@code words} shows people how the thing stands then. */
    SteerCommand(Shell shell, Verb verb, Chosen thing, BiConsumer<Fields, Columns> words) {
        this.shell = shell;
        this.verb = verb;
        this.thing = thing;
        this.words = words;
    }

    CommandLine line() {
        var line = new CommandLine(this);
        line.getCommandSpec().name(verb.word);
        line.getCommandSpec().usageMessage().header(verb.header).footer("  quarterdeck " + verb.example);
        return line;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> steer(hub, desk));
    }

    private int steer(HubClient hub, HubDesk desk) {
        Fields found = hub.post(thing.path() + "/" + verb.word, Json.Obj.EMPTY).fields();
        desk.show(found.json(), table -> words.accept(found, table));
        return ExitCode.COMPLETE.number();
    }
}
