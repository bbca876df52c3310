package dev.quarterdeck.edge.inventory;

import dev.quarterdeck.audit.AuditLog;
import dev.quarterdeck.audit.Thing;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Content;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.inventory.asking.AskedFor;
import dev.quarterdeck.inventory.asking.FileForm;
import dev.quarterdeck.inventory.asking.Wording;
import dev.quarterdeck.inventory.exporting.Export;
import dev.quarterdeck.inventory.exporting.ExportCare;
import dev.quarterdeck.inventory.exporting.ExportId;
import dev.quarterdeck.inventory.exporting.ExportMeans;
import dev.quarterdeck.inventory.exporting.Exports;
import dev.quarterdeck.inventory.exporting.Stage;
import dev.quarterdeck.inventory.views.View;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.objects.Objects;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files of everything that answers a filter: asked for, watched, taken, and let go. Each is its owner's alone. */
final class ExportsApi {
    static final List<String> OPERATIONS =
            List.of("createExport", "listExports", "getExport", "getExportFile", "deleteExport");

    private final Desk desk;
    private final Seen seen;
    private final SeenViews views;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /** What exports are asked, read, removed and recorded with. */
    record Desk(Exports exports, ExportCare care, ExportMeans means, AuditLog audit) {}

    ExportsApi(Desk desk, Seen seen, SeenViews views, Clock clock) {
        this.desk = desk;
        this.seen = seen;
        this.views = views;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.list("createExport", this::create),
                Route.list("listExports", this::list),
                Route.list("getExport", call -> Reply.ok(own(call).shown().json())),
                Route.list("getExportFile", this::file),
                Route.list("deleteExport", this::delete));
    }

    private Reply create(Call call) {
        Wording wording = wording(call);
        Export export = new Export(
                ExportId.fresh(random),
                new Export.Owner(call.caller().user(), call.caller().name()),
                wish(Fields.of(call.body()), wording),
                frozen(call, wording),
                new Stage.Waiting(0));
        return Reply.accepted(
                desk.exports().ask(export, call.act()::did).shown().json());
    }

    private static Export.Wish wish(Fields body, Wording wording) {
        boolean mark = body.has("bom") && body.flag("bom");
        FileForm form = body.text("format", text -> new FileForm(FileForm.Kind.parse(text), mark));
        return new Export.Wish(wording, form);
    }

    /** What is said itself stands instead of what a view says; nobody waits for how values spread. */
    private Wording wording(Call call) {
        Fields body = Fields.of(call.body());
        Wording said = View.wording(body);
        Wording whole = views.meant(call, body.maybeText("view"))
                .map(kept -> said.or(kept.view().wording()))
                .orElse(said);
        return new Wording(whole.filter(), whole.fields(), whole.sort(), Optional.empty());
    }

    /** Read now, as when it is written: what is wrong is said to who asks. */
    private Export.Frozen frozen(Call call, Wording wording) {
        Fields body = Fields.of(call.body());
        Instant now = clock.instant();
        AskedFor asked = AskedFor.of(wording, desk.means().words(), AskedFor.Place.BODY);
        Optional<Instant> at = asked.at(now, body.maybeInstant("at"), AskedFor.Place.BODY);
        return new Export.Frozen(now, at, call.sight().everything(), Set.copyOf(seen.accounts(call)));
    }

    private Reply list(Call call) {
        return Reply.items(desk.exports().of(call.caller().user()).stream()
                .map(export -> export.shown().json())
                .toList());
    }

    private Export own(Call call) {
        String id = call.path("export_id");
        return (ExportId.isValid(id)
                        ? desk.exports().find(call.caller().user(), new ExportId(id))
                        : Optional.<Export>empty())
                .orElseThrow(() -> new FailureException(new Failure.NotFound("export", id)));
    }

    private Reply file(Call call) {
        Export export = own(call);
        if (!(export.stage() instanceof Stage.Done done)) {
            throw new FailureException(new Failure.Conflict("export %s is %s: its file is there once it is done"
                    .formatted(export.id(), export.stage().word())));
        }
        requireSight(call, export);
        Stage.File file = done.file();
        Objects objects = desk.means().filing().objects();
        if (objects.range(file.object(), 0, 1).isEmpty()) {
            throw gone();
        }
        desk.audit()
                .record(call.act()
                        .did("export:download", Thing.of("export", export.id().value())));
        Body body = Body.of(file.bytes(), () -> opened(objects, file));
        return Reply.ok(new Content(export.wish().form().kind().media(), body))
                .with("Content-Disposition", "attachment; filename=\"%s\"".formatted(export.fileName()))
                .with("ETag", "\"%s\"".formatted(file.sha256()));
    }

    private static InputStream opened(Objects objects, Stage.File file) {
        return objects.get(file.object()).orElseThrow(ExportsApi::gone);
    }

    private static FailureException gone() {
        return new FailureException(new Failure.Unavailable("the file is not there any more: ask for a new one"));
    }

    /** What was theirs to see when it was written may not be now: then it is nobody's. */
    private void requireSight(Call call, Export export) {
        if (!desk.means().sight().sees(export.owner().user(), export.frozen().accounts())) {
            var _ = desk.care().remove(export, "export:revoke", call.act()::did);
            throw new FailureException(new Failure.Forbidden(
                    Permission.RESOURCE_READ.text(),
                    "the export tells of accounts that you may not see any more, and is removed"));
        }
    }

    private Reply delete(Call call) {
        var _ = desk.care().remove(own(call), "export:delete", call.act()::did);
        return Reply.done();
    }
}
