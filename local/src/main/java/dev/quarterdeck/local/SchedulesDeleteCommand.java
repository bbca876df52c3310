package dev.quarterdeck.local;

import dev.quarterdeck.local.client.Answer;
import dev.quarterdeck.local.client.HubClient;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck schedules delete}. */
@Command(
        name = "delete",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Deletes a schedule; scans that it began go on.",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = "  quarterdeck schedules delete nightly")
final class SchedulesDeleteCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private ScheduleChoice schedule = new ScheduleChoice();

    @Mixin
    private HubOptions options = new HubOptions();

    SchedulesDeleteCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> answer(hub, desk));
    }

    private int answer(HubClient hub, HubDesk desk) {
        Answer read = hub.get(schedule.path());
        hub.delete(schedule.path(), Map.of(), read.tag().orElseThrow());
        desk.say("Deleted");
        return ExitCode.COMPLETE.number();
    }
}
