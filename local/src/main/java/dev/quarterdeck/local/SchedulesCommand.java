package dev.quarterdeck.local;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code quarterdeck schedules}: when a hub scans by itself. */
@Command(
        name = "schedules",
        header = "Lets a hub scan again and again, or once at a time.",
        footerHeading = "%nTo begin:%n",
        footer = {
            "  quarterdeck schedules list",
            "  quarterdeck schedules create nightly --at \"cron(0 3 * * ? *)\" --time-zone Europe/Zurich --estimate"
        })
final class SchedulesCommand extends CommandGroup {
    private static final List<SteerCommand.Verb> VERBS = List.of(
            verb("enable", "Lets a schedule begin scans; what was due meanwhile is not made up for."),
            verb("disable", "Lets a schedule begin nothing until it is enabled."));

    private SchedulesCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new SchedulesCommand());
        List.of(new SchedulesListCommand(shell), new SchedulesShowCommand(shell), new SchedulesDeleteCommand(shell))
                .forEach(line::addSubcommand);
        line.addSubcommand(new SchedulesPutCommand(shell, SchedulesPutCommand.Verb.CREATE).line());
        line.addSubcommand(new SchedulesPutCommand(shell, SchedulesPutCommand.Verb.UPDATE).line());
        VERBS.stream()
                .map(verb -> new SteerCommand(shell, verb, new ScheduleChoice(), ScheduleWords::whole))
                .forEach(verb -> line.addSubcommand(verb.line()));
        return line;
    }

    private static SteerCommand.Verb verb(String word, String header) {
        return new SteerCommand.Verb(word, header, "schedules %s six-hourly".formatted(word));
    }
}
