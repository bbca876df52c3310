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
    private SchedulesCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new SchedulesCommand());
        List.of(new SchedulesListCommand(shell), new SchedulesShowCommand(shell), new SchedulesDeleteCommand(shell))
                .forEach(line::addSubcommand);
        line.addSubcommand(new SchedulesPutCommand(shell, SchedulesPutCommand.Verb.CREATE).line());
        line.addSubcommand(new SchedulesPutCommand(shell, SchedulesPutCommand.Verb.UPDATE).line());
        line.addSubcommand(new SchedulesSwitchCommand(shell, SchedulesSwitchCommand.Verb.ENABLE).line());
        line.addSubcommand(new SchedulesSwitchCommand(shell, SchedulesSwitchCommand.Verb.DISABLE).line());
        return line;
    }
}
