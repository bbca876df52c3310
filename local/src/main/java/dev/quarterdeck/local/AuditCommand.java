package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code quarterdeck audit}: what is done with audit records. */
@Command(name = "audit", header = "Shows what was done in a hub, and takes the record of it away with its proof.")
final class AuditCommand extends CommandGroup {
    private final Shell shell;

    private AuditCommand(Shell shell) {
        this.shell = shell;
    }

    static CommandLine line(Shell shell) {
        var line = new CommandLine(new AuditCommand(shell));
        line.addSubcommand(new AuditExportCommand(shell));
        line.addSubcommand(new AuditVerifyCommand(shell));
        return line;
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            header = "Lists what was done on a day, or by somebody, newest first.",
            optionListHeading = "%nOptions:%n",
            footerHeading = "%nExamples:%n",
            footer = {
                "  quarterdeck audit list",
                "  quarterdeck audit list --day 2026-11-01",
                "  quarterdeck audit list --user ben"
            })
    int list(
            @Option(
                            names = "--day",
                            paramLabel = "DAY",
                            description = "a day in UTC, such as 2026-11-01 (default: today)")
                    Optional<String> day,
            @Option(names = "--user", paramLabel = "USER", description = "what this person did, by id or name")
                    Optional<String> user,
            @Mixin HubOptions options) {
        if (day.isPresent() && user.isPresent()) {
            throw Refusal.usage("--day and --user are two questions: give one of them");
        }
        var desk = new HubDesk(shell, options);
        return desk.with(hub -> {
            var query = new LinkedHashMap<String, String>();
            day.ifPresent(text -> query.put("day", text));
            user.ifPresent(
                    who -> query.put("user_id", new UserChoice(who).find(hub).text("user_id")));
            List<Fields> records = hub.all("/api/audit", query);
            desk.list(records, table -> PeopleWords.records(records, table));
            return ExitCode.COMPLETE.number();
        });
    }
}
