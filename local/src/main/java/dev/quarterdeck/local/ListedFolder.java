package dev.quarterdeck.local;

import dev.quarterdeck.collect.types.CatalogWords;
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
import dev.quarterdeck.local.asking.FolderRows;
import dev.quarterdeck.local.facts.FactFolder;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.lists.DuckDbResourceLists;
import dev.quarterdeck.query.lists.Projection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The resources of one look, which a scan wrote into a folder. */
final class ListedFolder {
    private static final int PAGE = 1_000;

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
    private final ListWish wish;
    private final FactFolder facts;

    ListedFolder(Shell shell, ListWish wish, FactFolder facts) {
        this.shell = shell;
        this.wish = wish;
        this.facts = facts;
    }

    void show() {
        var words = new CatalogWords(shell.knowledge()::types);
        Question question = question(words);
        var shape = new ListRequest.Shape(
                named("--fields", wish.fields(), words).stream()
                        .map(FieldList.Named::field)
                        .toList(),
                named("--sort", wish.sort, words).stream()
                        .map(one -> new Order(one.field(), one.minus()))
                        .toList(),
                List.of());
        try (var projection =
                new Projection(Engine.open("4GB", Runtime.getRuntime().availableProcessors()))) {
            list(new DuckDbResourceLists(projection, new FolderRows(facts)), question, shape);
        }
    }

    private void list(ResourceLists lists, Question question, ListRequest.Shape shape) {
        var report = wish.report(shell, shape.fields().stream().map(Field::text).toList());
        int shown = 0;
        Position after = Position.START;
        Listing page;
        do {
            page = lists.list(new ListRequest(
                    question.filter(),
                    ListRequest.When.now(shell.clock().instant()),
                    new Sight.Everything(),
                    shape,
                    new ListRequest.Page(Math.min(wish.limit() - shown, PAGE), after, true)));
            page.rows().forEach(row -> report.add(List.copyOf(row.members().values())));
            shown += page.rows().size();
            after = page.next().orElse(Position.START);
        } while (page.next().isPresent() && shown < wish.limit());
        report.end(ListRemark.of(shown, page.whole().count().number(), gaps(), "'quarterdeck query' on coverage")
                + notKnown(question));
    }

    private long gaps() {
        return facts.run().get("gaps").orElse(Json.Null.VALUE) instanceof Json.Num(var number) ? number.longValue() : 0;
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
        return switch (Question.read(wish.filter, words)) {
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
