package dev.quarterdeck.local;

import dev.quarterdeck.collect.types.CatalogWords;
import dev.quarterdeck.inventory.ResourceType;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.asking.SqlAnswer;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.asking.FolderRows;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.facts.FactFolder;
import dev.quarterdeck.local.report.Words;
import dev.quarterdeck.query.process.SandboxProcess;
import dev.quarterdeck.query.sql.ChildQueries;
import dev.quarterdeck.query.sql.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code quarterdeck query}. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Answers a SELECT over resources, edges, coverage, accounts and changes, and over one view a type.",
        description = {
            "",
            "The query runs in a process of its own that has these rows and nothing else. docs/sql.md names all tables",
            "and columns, with examples."
        },
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck query \"SELECT type, count(*) FROM resources GROUP BY type\"",
            "  quarterdeck query \"SELECT * FROM changes WHERE at_to > now()::TIMESTAMP - INTERVAL 7 DAY\"",
            "  quarterdeck query --in facts \"SELECT * FROM coverage WHERE status <> 'looked'\" --output csv"
        })
final class QueryCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "SELECT", description = "the query, in DuckDB's SQL")
    private String sql = "";

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "over a folder that 'scan --out' wrote (default: over what the hub knows)")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--output", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES} (default: table)")
    private Form form = Form.table;

    @Mixin
    private HubAddress hub = new HubAddress();

    QueryCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return folder.map(path -> show(overFolder(path)))
                .orElseGet(() -> new HubDesk(shell, hub, Form.table).with(known -> show(overHub(known))));
    }

    private SqlAnswer.Rows overFolder(Path path) {
        var rows = new FolderRows(FactFolder.open(path, "--in"));
        List<ResourceType> types = new CatalogWords(shell.knowledge()::types).types();
        var queries = new ChildQueries(SandboxProcess.command(), rows, types, Limits.USUAL);
        return switch (queries.ask(sql, new Sight.Everything())) {
            case SqlAnswer.Refused(var why) -> throw Refusal.usage(why);
            case SqlAnswer.Rows answer -> answer;
        };
    }

    private SqlAnswer.Rows overHub(HubClient known) {
        Fields answer = known.ask("/api/query", Json.Obj.EMPTY.with("sql", Json.of(sql)))
                .fields();
        List<Json.Arr> rows = answer.json().get("rows").orElse(Json.Null.VALUE) instanceof Json.Arr(var items)
                ? items.stream().map(Json.Arr.class::cast).toList()
                : List.of();
        return new SqlAnswer.Rows(answer.texts("columns"), rows, answer.flag("cut"));
    }

    private int show(SqlAnswer.Rows answer) {
        var report = new AnswerReport(shell, form, answer.columns());
        answer.rows().forEach(row -> report.add(row.items()));
        String count = Words.count(answer.rows().size(), "row", "rows");
        report.end(answer.cut() ? count + ", and there are more: ask for less at a time" : count);
        if (answer.cut() && form != Form.table) {
            shell.err().println("quarterdeck: only %s: ask for less at a time".formatted(count));
        }
        return ExitCode.COMPLETE.number();
    }
}
