package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Columns;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A verb for one thing of the hub's, such as {@code quarterdeck scans cancel} or {@code schedules show}. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n")
final class VerbCommand implements Callable<Integer> {
    private final Shell shell;
    private final Verb verb;
    private final BiConsumer<Fields, Columns> words;

    @Mixin
    private final Chosen thing;

    @Mixin
    private HubOptions options = new HubOptions();

    /** The thing that somebody means. */
    interface Chosen {
        String path(HubClient hub);
    }

    /** What becomes of the thing. */
    enum Deed {
        SHOW,
        STEER,
        DELETE
    }

    /** What it is called on the command line, and in the path where the thing is steered; what it does, and an example. */
    record Verb(Deed deed, String word, String header, String example) {
        static Verb show(String header, String example) {
            return new Verb(Deed.SHOW, "show", header, example);
        }

        static Verb steer(String word, String header, String example) {
            return new Verb(Deed.STEER, word, header, example);
        }

        static Verb delete(String header, String example) {
            return new Verb(Deed.DELETE, "delete", header, example);
        }
    }

    /** {@code words} shows people how the thing stands then. */
    VerbCommand(Shell shell, Verb verb, Chosen thing, BiConsumer<Fields, Columns> words) {
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
        return desk.with(hub -> answer(hub, desk));
    }

    private int answer(HubClient hub, HubDesk desk) {
        String path = thing.path(hub);
        switch (verb.deed) {
            case SHOW -> show(hub.get(path).fields(), desk);
            case STEER -> show(hub.post(path + "/" + verb.word, Json.Obj.EMPTY).fields(), desk);
            case DELETE -> {
                hub.delete(path, Map.of(), hub.get(path).tag().orElseThrow());
                desk.say("Deleted");
            }
        }
        return ExitCode.COMPLETE.number();
    }

    private void show(Fields found, HubDesk desk) {
        desk.show(found.json(), table -> words.accept(found, table));
    }
}
