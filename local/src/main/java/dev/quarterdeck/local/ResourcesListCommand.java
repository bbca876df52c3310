package dev.quarterdeck.local;

import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.Order;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.inventory.asking.ResourceLists;
import dev.quarterdeck.inventory.asking.Sight;
import dev.quarterdeck.inventory.filter.Field;
import dev.quarterdeck.inventory.filter.FieldList;
import dev.quarterdeck.inventory.filter.Filter;
import dev.quarterdeck.inventory.filter.Flaw;
import dev.quarterdeck.inventory.filter.Question;
import dev.quarterdeck.inventory.filter.Reading;
import dev.quarterdeck.inventory.filter.Vocabulary;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.local.asking.AnswerForm;
import dev.quarterdeck.local.asking.CatalogWords;
import dev.quarterdeck.local.asking.FolderRows;
import dev.quarterdeck.local.facts.FactFolder;
import dev.quarterdeck.local.report.Words;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.lists.DuckDbResourceLists;
import dev.quarterdeck.query.lists.Projection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code quarterdeck resources list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        header = "Lists the resources that answer yes to a filter.",
        description = {"", "What is not known is not listed: docs/filters.md says how filters are written and read."},
        optionListHeading = "%nOptions:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  quarterdeck resources list --in facts --filter \"public = yes\" --sort account_name,-created_at",
            "  quarterdeck resources list --in facts --filter \"tag.Owner unknown\" --fields type,name,config.Arn --output csv"
        })
final class ResourcesListCommand implements Callable<Integer> {
    private static final int PAGE = 1_000;
    private static final String FOR_PEOPLE = "type,name,account_name,account_id,region,state,public";
    private static final String FOR_PROGRAMS =
            "uid,arn,native_id,type,service,name,account_id,account_name,ou_path,region,"
                    + "az,state,origin,public,encrypted,managed_by,stack,created_at,looked_at,tags,config";

    /** Columns that only a hub fills: docs/schemas says which a scan writes. */
    private static final Set<String> OF_A_HUB = Set.of(
            "environment",
            "team_id",
            "owner_source",
            "created_by",
            "first_seen",
            "last_seen",
            "changed_at",
            "cost_30d",
            "currency");

    private final Shell shell;

    @Option(names = "--in", required = true, paramLabel = "DIR", description = "a folder that 'scan --out' wrote")
    private Path folder = Path.of("");

    @Option(names = "--filter", paramLabel = "TEXT", description = "which (default: all)")
    private String filter = "";

    @Option(
            names = "--sort",
            paramLabel = "FIELDS",
            description = "by what, joined by commas; a minus turns the order round")
    private String sort = "type,name";

    @Option(names = "--fields", paramLabel = "FIELDS", description = "what to show, joined by commas")
    private Optional<String> fields = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "how many at most (default: 100 in a table, else all)")
    private Optional<Integer> limit = Optional.empty();

    @Option(names = "--output", paramLabel = "FORM", description = "${COMPLETION-CANDIDATES} (default: table)")
    private AnswerForm form = AnswerForm.table;

    ResourcesListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        FactFolder facts = FactFolder.open(folder, "--in");
        var words = new CatalogWords(shell.knowledge().types());
        Question question = question(words);
        String shown = fields.orElse(form == AnswerForm.table ? FOR_PEOPLE : FOR_PROGRAMS);
        var shape = new ListRequest.Shape(
                named("--fields", shown, words).stream()
                        .map(FieldList.Named::field)
                        .toList(),
                named("--sort", sort, words).stream()
                        .map(one -> new Order(one.field(), one.minus()))
                        .toList(),
                List.of());
        try (var projection =
                new Projection(Engine.open("4GB", Runtime.getRuntime().availableProcessors()), new FolderRows(facts))) {
            list(new DuckDbResourceLists(projection), question, shape, facts);
        }
        return ExitCode.COMPLETE.number();
    }

    private void list(ResourceLists lists, Question question, ListRequest.Shape shape, FactFolder facts) {
        var report = new AnswerReport(
                shell, form, shape.fields().stream().map(Field::text).toList());
        int left = limit.orElse(form == AnswerForm.table ? 100 : Integer.MAX_VALUE);
        int shown = 0;
        Position after = Position.START;
        Listing page;
        do {
            page = lists.list(new ListRequest(
                    question.filter(),
                    shell.clock().instant(),
                    new Sight.Everything(),
                    shape,
                    new ListRequest.Page(Math.min(left - shown, PAGE), after, true)));
            page.rows().forEach(row -> report.add(List.copyOf(row.members().values())));
            shown += page.rows().size();
            after = page.next().orElse(Position.START);
        } while (page.next().isPresent() && shown < left);
        report.end(remark(shown, page.count().number(), facts) + notKnown(question));
    }

    private static String remark(long shown, long all, FactFolder facts) {
        String count = shown < all
                ? "%s of %s: --limit shows more"
                        .formatted(Words.number(shown), Words.count(all, "resource", "resources"))
                : Words.count(all, "resource", "resources");
        long gaps = facts.run().get("gaps").orElse(Json.Null.VALUE) instanceof Json.Num(var number)
                ? number.longValue()
                : 0;
        return gaps == 0
                ? count
                : "%s; %s could not be looked at: 'quarterdeck query' on coverage says which"
                        .formatted(count, Words.count(gaps, "area", "areas"));
    }

    /** Nobody shall take for an answer what could not be one. */
    private static String notKnown(Question question) {
        String names = Filter.fields(question.filter())
                .map(Field::text)
                .filter(OF_A_HUB::contains)
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "; a folder does not know %s: only a hub does".formatted(names);
    }

    private Question question(Vocabulary words) {
        return switch (Question.read(filter, words)) {
            case Reading.Misunderstood(var flaw) -> throw refusal("--filter", flaw);
            case Reading.Understood(var question)
            when question.at().isPresent() ->
                throw Refusal.usage("--filter: a folder holds one look: 'at' asks a hub, which keeps all of them");
            case Reading.Understood(var question) -> question;
        };
    }

    private static List<FieldList.Named> named(String option, String text, Vocabulary words) {
        return switch (FieldList.read(text, words)) {
            case FieldList.Understood(var fields) -> fields;
            case FieldList.Misunderstood(var flaw) -> throw refusal(option, flaw);
        };
    }

    private static Refusal refusal(String option, Flaw flaw) {
        return Refusal.usage("%s: %s".formatted(option, flaw.sentence()));
    }
}
