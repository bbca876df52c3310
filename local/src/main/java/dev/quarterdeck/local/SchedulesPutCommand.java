package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.client.HubClient;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck schedules create} and {@code update}. */
@Command(
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "",
            "WHEN is written as EventBridge Scheduler does: rate(6 hours), cron(0 8 * * ? *) with minutes, hours, day of",
            "month, month, day of week and year, or at(2026-12-01T08:00:00) for once."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n")
final class SchedulesPutCommand implements Callable<Integer> {
    private final Shell shell;
    private final Verb verb;

    @Mixin
    private ScheduleChoice schedule = new ScheduleChoice();

    @Option(names = "--at", order = 0, required = true, paramLabel = "WHEN", description = "when it is due")
    private String expression = "";

    @Option(
            names = "--time-zone",
            order = 1,
            paramLabel = "ZONE",
            description = "in which times are meant, such as Europe/Zurich (default: UTC)")
    private Optional<String> zone = Optional.empty();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Option(names = "--disabled", order = 19, description = "begin nothing until it is enabled")
    private boolean disabled;

    @Option(
            names = "--estimate",
            order = 20,
            description = "only say when it would be due and what it would ask, each time and in a month")
    private boolean estimate;

    @Mixin
    private HubOptions options = new HubOptions();

    /** Whether there is one already. */
    enum Verb {
        CREATE("Makes a schedule, and says what it will ask in a month."),
        UPDATE("Puts another schedule in the place of one, as a whole.");

        private final String header;

        Verb(String header) {
            this.header = header;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    SchedulesPutCommand(Shell shell, Verb verb) {
        this.shell = shell;
        this.verb = verb;
    }

    CommandLine line() {
        var line = new CommandLine(this);
        line.getCommandSpec().name(verb.word());
        line.getCommandSpec()
                .usageMessage()
                .header(verb.header)
                .footer(
                        "  quarterdeck schedules %s nightly --at \"cron(0 3 * * ? *)\" --time-zone Europe/Zurich"
                                .formatted(verb.word()),
                        "  quarterdeck schedules %s prod --at \"rate(2 hours)\" --account prod --estimate"
                                .formatted(verb.word()));
        return line;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> estimate ? estimate(hub, desk) : put(hub, desk));
    }

    private Members wish(HubClient hub) {
        return new Members()
                .put("expression", expression)
                .maybe("time_zone", zone)
                .put("scope", scope.json(hub, shell))
                .put("enabled", !disabled);
    }

    private int estimate(HubClient hub, HubDesk desk) {
        Fields figures =
                hub.post(ScheduleChoice.PATH + "/estimate", wish(hub).json()).fields();
        desk.show(figures.json(), table -> {
            table.left("").prose("");
            ScheduleWords.estimate(figures, table);
        });
        return ExitCode.COMPLETE.number();
    }

    private int put(HubClient hub, HubDesk desk) {
        Json.Obj wish = wish(hub).json();
        Fields kept = (switch (verb) {
                    case CREATE -> hub.post(ScheduleChoice.PATH, wish.with("schedule_id", Json.of(schedule.id)));
                    case UPDATE ->
                        hub.put(
                                schedule.path(hub),
                                wish,
                                hub.get(schedule.path(hub)).tag().orElseThrow());
                })
                .fields();
        desk.show(kept.json(), table -> ScheduleWords.whole(kept, table));
        return ExitCode.COMPLETE.number();
    }
}
