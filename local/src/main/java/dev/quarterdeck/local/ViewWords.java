package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.report.Columns;
import java.util.List;

/** Views as people read them. */
final class ViewWords {
    private ViewWords() {}

    static void list(List<Fields> views, Columns table) {
        table.left("name").left("owner").left("shared").left("filter");
        views.forEach(view -> table.row(
                view.text("name"),
                view.text("owner"),
                view.flag("shared") ? "yes" : "no",
                view.maybeText("flaw")
                        .map("does not read any more: "::concat)
                        .orElse(view.maybeText("filter").orElse(""))));
    }

    static void whole(Fields view, Columns table) {
        table.left("").prose("");
        table.row("id", view.text("view_id"));
        table.row("name", view.text("name"));
        table.row("owner", view.text("owner") + (view.flag("shared") ? ", shared" : ""));
        List.of("description", "filter", "fields", "sort", "facets", "flaw")
                .forEach(member -> view.maybeText(member).ifPresent(text -> table.row(member, text)));
    }
}
