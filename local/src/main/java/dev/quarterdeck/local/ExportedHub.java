package dev.quarterdeck.local;

import dev.quarterdeck.edge.http.Body;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.objects.VerifiedStream;
import dev.quarterdeck.local.client.HubClient;
import dev.quarterdeck.local.report.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** A file of the resources that a hub knows of: asked for, waited for, taken, and not left lying there. */
final class ExportedHub {
    private static final String PATH = "/api/exports";
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Set<String> OVER = Set.of("done", "failed");

    /** Not more often do people want to hear how far it has come. */
    private static final int SILENT = 15;

    private final Shell shell;
    private final ExportWish wish;
    private final Optional<String> at;

    ExportedHub(Shell shell, ExportWish wish, Optional<String> at) {
        this.shell = shell;
        this.wish = wish;
        this.at = at;
    }

    void write(HubClient hub) {
        Json.Obj wanted = wish.view
                .map(name -> wish.json(at).with("view", Json.of(ViewChoice.id(hub, name))))
                .orElseGet(() -> wish.json(at));
        Fields asked = hub.post(PATH, wanted).fields();
        String path = PATH + "/" + asked.text("export_id");
        hub.settle();
        Fields export = waited(hub, path);
        try {
            take(hub, path, export);
        } finally {
            var _ = hub.delete(path);
        }
        say(remark(export));
    }

    private void take(HubClient hub, String path, Fields export) {
        if (export.text("state").equals("failed")) {
            throw Refusal.unreadable("there is no file: " + export.text("why"));
        }
        take(hub.file(path + "/file"), export.text("sha256"));
    }

    private Fields waited(HubClient hub, String path) {
        Fields export = hub.get(path).fields();
        for (int round = 1; !OVER.contains(export.text("state")); round++) {
            if (round % SILENT == 0) {
                say(progress(export));
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            export = hub.get(path).fields();
        }
        return export;
    }

    private static String progress(Fields export) {
        return export.maybeWhole("count")
                .map(count -> "%s of %s"
                        .formatted(Words.number(export.whole("rows")), Words.count(count, "resource", "resources")))
                .orElse(export.text("state"));
    }

    private void take(Body file, String sha256) {
        try (var checked = new VerifiedStream(
                file.open(), Set.of(sha256), () -> new IOException("its SHA-256 is not " + sha256))) {
            new ExportedFile(shell, wish).take(checked);
        } catch (IOException e) {
            throw Refusal.unreadable("the file did not come whole: %s".formatted(Refusal.why(e)));
        }
    }

    private static String remark(Fields export) {
        long rows = export.whole("rows");
        return ListRemark.of(
                rows, rows, export.object("coverage").whole("areas_not_looked_at"), "'quarterdeck coverage'");
    }

    private void say(String sentence) {
        shell.err().println(sentence);
        shell.err().flush();
    }
}
