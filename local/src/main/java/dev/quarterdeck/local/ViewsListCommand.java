package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code quarterdeck views list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Lists my views, and those that are shared.",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = "  quarterdeck views list")
final class ViewsListCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private HubOptions options = new HubOptions();

    ViewsListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> answer(hub, desk));
    }

    private static int answer(HubClient hub, HubDesk desk) {
        List<Fields> views = hub.all(ViewChoice.PATH, Map.of());
        desk.list(views, table -> ViewWords.list(views, table));
        return ExitCode.COMPLETE.number();
    }
}
