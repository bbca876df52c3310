package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck schedules show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Shows a schedule, when it is due, and what came of the last time.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = "  quarterdeck schedules show six-hourly")
final class SchedulesShowCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ScheduleChoice schedule = new ScheduleChoice();

    @Mixin
    private HubOptions options = new HubOptions();

    SchedulesShowCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> answer(hub, desk));
    }

    private int answer(HubClient hub, HubDesk desk) {
        Fields found = hub.get(schedule.path()).fields();
        desk.show(found.json(), table -> ScheduleWords.whole(found, table));
        return ExitCode.COMPLETE.number();
    }
}
