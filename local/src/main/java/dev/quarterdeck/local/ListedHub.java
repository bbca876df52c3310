package dev.quarterdeck.local;

import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.inventory.views.View;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The resources that a hub knows of, page after page. */
final class ListedHub {
    private static final int PAGE = 1_000;

    private final Shell shell;
    private final ListWish wish;
    private final Optional<String> at;
    private Wording wording = Wording.NONE;

    ListedHub(Shell shell, ListWish wish, Optional<String> at) {
        this.shell = shell;
        this.wish = wish;
        this.at = at;
    }

    void show(HubClient hub) {
        wording = wish.wording(
                wish.view.map(name -> View.wording(ViewChoice.find(hub, name))).orElse(Wording.NONE));
        Fields page = hub.get("/api/resources", query(0, Optional.empty())).fields();
        var report = wish.report(shell, columns(page));
        int shown = show(page, report);
        while (page.maybeText("cursor").isPresent() && shown < wish.limit()) {
            page = hub.get("/api/resources", query(shown, page.maybeText("cursor")))
                    .fields();
            shown += show(page, report);
        }
        report.end(remark(shown, page));
    }

    private static int show(Fields page, AnswerReport report) {
        List<Fields> rows = page.objects("items");
        rows.forEach(row -> report.add(List.copyOf(row.json().members().values())));
        return rows.size();
    }

    private Map<String, String> query(int shown, Optional<String> cursor) {
        var query = new LinkedHashMap<String, String>();
        query.put("filter", wording.filter().orElse(""));
        query.put("sort", wording.sort().orElse(""));
        query.put("fields", wording.fields().orElse(""));
        query.put("count", "exact");
        query.put("limit", String.valueOf(Math.min(wish.limit() - shown, PAGE)));
        at.ifPresent(instant -> query.put("at", instant));
        cursor.ifPresent(place -> query.put("cursor", place));
        return query;
    }

    /** Each row has them all; of a list without rows only what was asked for is known. */
    private List<String> columns(Fields page) {
        return page.objects("items").stream()
                .findFirst()
                .map(row -> List.copyOf(row.json().members().keySet()))
                .orElseGet(() -> List.of(wording.fields().orElse("").split(",")));
    }

    private static String remark(int shown, Fields page) {
        Fields coverage = page.object("coverage");
        long strange = coverage.whole("accounts_never_scanned");
        List<String> unknown = coverage.texts("columns_not_known");
        return ListRemark.of(
                        shown,
                        page.object("count").whole("number"),
                        coverage.whole("areas_not_looked_at"),
                        "'quarterdeck coverage'")
                + (strange == 0 ? "" : "; never scanned: " + Words.count(strange, "account", "accounts"))
                + (unknown.isEmpty() ? "" : "; not known of any resource: " + String.join(", ", unknown));
    }
}
