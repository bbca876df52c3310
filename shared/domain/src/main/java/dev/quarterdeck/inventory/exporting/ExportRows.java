package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.inventory.asking.FileForm;
import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.table.Index;
import dev.quarterdeck.kernel.table.Key;
import dev.quarterdeck.kernel.table.Row;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Exports as rows: each person's in a partition of their own, and in the index those that are open and those that are over. */
final class ExportRows {
    static final Index INDEX = Index.FIRST;
    static final String OPEN = "exports-open";
    static final String OVER = "exports-over";

    private ExportRows() {}

    static String partition(UserId owner) {
        return "EXPORTS#" + owner.handle();
    }

    static Key key(UserId owner, ExportId id) {
        return new Key(partition(owner), id.value());
    }

    /** Counts those of one person that are open. */
    static Key counter(UserId owner) {
        return new Key("EXPORTS-OPEN#" + owner.handle(), "COUNT");
    }

    static Row row(Export export, long version) {
        Key place = new Key(
                export.stage().isOver() ? OVER : OPEN,
                "%015d#%s".formatted(export.frozen().now().toEpochMilli(), export.id()));
        return new Row(
                key(export.owner().user(), export.id()), version, json(export), Map.of(INDEX, place), Optional.empty());
    }

    private static Json.Obj json(Export export) {
        Wording wording = export.wish().wording();
        return new Members()
                .put("export_id", export.id().value())
                .put("issuer", export.owner().user().issuer())
                .put("subject", export.owner().user().subject())
                .put("name", export.owner().name())
                .maybe("filter", wording.filter())
                .maybe("fields", wording.fields())
                .maybe("sort", wording.sort())
                .put("format", export.wish().form().kind().toString())
                .put("bom", export.wish().form().mark())
                .put("now", export.frozen().now())
                .maybeAt("at", export.frozen().at())
                .put("everything", export.frozen().everything())
                .put(
                        "accounts",
                        export.frozen().accounts().stream()
                                .map(AccountId::value)
                                .sorted()
                                .toList())
                .put("course", export.stage().json())
                .json();
    }

    static Export export(Row row) {
        Fields kept = Fields.of(row.data());
        var owner = new Export.Owner(new UserId(kept.text("issuer"), kept.text("subject")), kept.text("name"));
        var wording = new Wording(
                kept.maybeText("filter"), kept.maybeText("fields"), kept.maybeText("sort"), Optional.empty());
        var form = new FileForm(kept.text("format", FileForm.Kind::parse), kept.flag("bom"));
        var frozen = new Export.Frozen(
                kept.instant("now"),
                kept.maybeInstant("at"),
                kept.flag("everything"),
                Set.copyOf(kept.texts("accounts", AccountId::new)));
        return new Export(
                kept.text("export_id", ExportId::new),
                owner,
                new Export.Wish(wording, form),
                frozen,
                Stage.of(kept.object("course")));
    }
}
