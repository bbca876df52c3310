package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.client.HubClient;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck schedules enable} and {@code disable}. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n")
final class SchedulesSwitchCommand implements Callable<Integer> {
    private final Shell shell;
    private final Verb verb;

    @Mixin
    private ScheduleChoice schedule = new ScheduleChoice();

    @Mixin
    private HubOptions options = new HubOptions();

    /** Whether it is to begin scans. */
    enum Verb {
        ENABLE("Lets a schedule begin scans; what was due meanwhile is not made up for."),
        DISABLE("Lets a schedule begin nothing until it is enabled.");

        private final String header;

        Verb(String header) {
            this.header = header;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    SchedulesSwitchCommand(Shell shell, Verb verb) {
        this.shell = shell;
        this.verb = verb;
    }

    CommandLine line() {
        var line = new CommandLine(this);
        line.getCommandSpec().name(verb.word());
        line.getCommandSpec()
                .usageMessage()
                .header(verb.header)
                .footer("  quarterdeck schedules %s six-hourly".formatted(verb.word()));
        return line;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> turn(hub, desk));
    }

    private int turn(HubClient hub, HubDesk desk) {
        Fields found =
                hub.post(schedule.path() + "/" + verb.word(), Json.Obj.EMPTY).fields();
        desk.show(found.json(), table -> ScheduleWords.whole(found, table));
        return ExitCode.COMPLETE.number();
    }
}
