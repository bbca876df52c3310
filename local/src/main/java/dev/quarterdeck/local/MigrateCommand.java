package dev.quarterdeck.local;

import dev.quarterdeck.edge.hub.HubSchema;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.migrations.Migration.Direction;
import dev.quarterdeck.kernel.migrations.Migrations;
import dev.quarterdeck.kernel.migrations.Step;
import dev.quarterdeck.platform.local.table.SqliteTable;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quarterdeck migrate}. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Brings what the hub of this workspace has stored to the form that this version reads, and back.",
        description = {
            "",
            "For a hub that is not being served. Make a backup first. One that was broken off goes on from there when it",
            "is run again, or turns round with --to."
        },
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:the schema is the wanted one", " 2:it cannot be changed, and why"},
        footerHeading = "%nExamples:%n",
        footer = {"  quarterdeck migrate --dry-run", "  quarterdeck migrate", "  quarterdeck migrate --to 1"})
final class MigrateCommand implements Callable<Integer> {
    private final Shell shell;

    @Option(names = "--to", paramLabel = "N", description = "the schema to reach (default: the newest)")
    private @Nullable Integer to;

    @Option(names = "--dry-run", description = "say what would be done, and change nothing")
    private boolean dryRun;

    MigrateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try (SqliteTable table = SqliteTable.open(HubOpening.existing(shell).table(), shell.clock())) {
            Migrations migrations = HubSchema.migrations(table);
            HubSchema.refuseNewer(migrations);
            int wanted = wanted(migrations);
            Map<Step, Integer> plan = migrations.plan(wanted);
            plan.forEach(this::tell);
            while (!dryRun && migrations.run(wanted).isPresent()) {
                shell.out().flush();
            }
            shell.out().println(closing(migrations, plan));
        } catch (FailureException e) {
            throw HubOpening.refusal(e);
        }
        return ExitCode.COMPLETE.number();
    }

    private int wanted(Migrations migrations) {
        int wanted = to == null ? migrations.newest() : to;
        if (wanted < 1 || wanted > migrations.newest()) {
            throw Refusal.usage(
                    "--to: there is no schema %d: give a number from 1 to %d".formatted(wanted, migrations.newest()));
        }
        return wanted;
    }

    private void tell(Step step, int rows) {
        shell.out()
                .printf(
                        Locale.ROOT,
                        "to schema %d: %s%s; %,d rows%n",
                        step.reached(),
                        step.direction() == Direction.BACK ? "undoes " : "",
                        step.migration().title(),
                        rows);
    }

    private String closing(Migrations migrations, Map<Step, Integer> plan) {
        String state = "the hub's schema is %d%s"
                .formatted(migrations.current(), migrations.underway() ? ", on the way to another" : "");
        if (plan.isEmpty()) {
            return state + ": nothing to do";
        }
        return dryRun ? state + ": nothing was changed" : state;
    }
}
