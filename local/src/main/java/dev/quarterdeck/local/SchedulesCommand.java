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
    private static final List<VerbCommand.Verb> KEPT = List.of(
            VerbCommand.Verb.show(
                    "Shows a schedule, when it is due, and what came of the last time.", "schedules show six-hourly"),
            VerbCommand.Verb.delete("Deletes a schedule; scans that it began go on.", "schedules delete nightly"));

    private static final List<VerbCommand.Verb> SWITCHED = List.of(
            steer("enable", "Lets a schedule begin scans; what was due meanwhile is not made up for."),
            steer("disable", "Lets a schedule begin nothing until it is enabled."));

    private SchedulesCommand() {}

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new SchedulesCommand());
        line.addSubcommand(new SchedulesListCommand(shell));
        add(line, shell, KEPT);
        List.of(SchedulesPutCommand.Verb.values())
                .forEach(verb -> line.addSubcommand(new SchedulesPutCommand(shell, verb).line()));
        add(line, shell, SWITCHED);
        return line;
    }

    private static void add(CommandLine line, Shell shell, List<VerbCommand.Verb> verbs) {
        verbs.stream()
                .map(verb -> new VerbCommand(shell, verb, new ScheduleChoice(), ScheduleWords::whole))
                .forEach(verb -> line.addSubcommand(verb.line()));
    }

    private static VerbCommand.Verb steer(String word, String header) {
        return VerbCommand.Verb.steer(word, header, "schedules %s six-hourly".formatted(word));
    }
}
