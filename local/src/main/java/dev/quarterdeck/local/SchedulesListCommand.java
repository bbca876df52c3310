package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck schedules list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Lists when a hub scans by itself.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = "  quarterdeck schedules list")
final class SchedulesListCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private HubOptions options = new HubOptions();

    SchedulesListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> answer(hub, desk));
    }

    private static int answer(HubClient hub, HubDesk desk) {
        List<Fields> schedules = hub.all(ScheduleChoice.PATH, Map.of());
        desk.list(schedules, table -> ScheduleWords.list(schedules, table));
        if (schedules.isEmpty()) {
            desk.say("No schedule: 'quarterdeck schedules create' makes one");
        }
        return ExitCode.COMPLETE.number();
    }
}
