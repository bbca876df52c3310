package dev.quarterdeck.local;

import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.Position;
import dev.quarterdeck.inventory.asking.ResourceLists;
import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.local.asking.FolderRows;
import dev.quarterdeck.local.facts.FactFolder;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.lists.DuckDbResourceLists;
import dev.quarterdeck.query.lists.Projection;
import java.util.List;

/** The resources of one look, which a scan wrote into a folder. */
final class ListedFolder {
    private static final int PAGE = 1_000;

    private final Shell shell;
    private final ListWish wish;
    private final FactFolder facts;

    ListedFolder(Shell shell, ListWish wish, FactFolder facts) {
        this.shell = shell;
        this.wish = wish;
        this.facts = facts;
    }

    void show() {
        var question = FolderQuestion.read(shell, facts, wish.wording(Wording.NONE));
        try (var projection =
                new Projection(Engine.open("4GB", Runtime.getRuntime().availableProcessors()))) {
            list(new DuckDbResourceLists(projection, new FolderRows(facts)), question);
        }
    }

    private void list(ResourceLists lists, FolderQuestion question) {
        var report = wish.report(shell, question.columns());
        int shown = 0;
        Position after = Position.START;
        Listing page;
        do {
            page = lists.list(
                    question.request(new ListRequest.Page(Math.min(wish.limit() - shown, PAGE), after, true)));
            page.rows().forEach(row -> report.add(List.copyOf(row.members().values())));
            shown += page.rows().size();
            after = page.next().orElse(Position.START);
        } while (page.next().isPresent() && shown < wish.limit());
        report.end(question.remark(shown, page.whole().count().number()));
    }
}
