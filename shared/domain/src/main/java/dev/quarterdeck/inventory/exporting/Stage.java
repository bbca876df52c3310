package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.kernel.objects.ObjectName;
import java.time.Instant;

/** How far an export has come. */
public sealed interface Stage {
    /** Nobody writes it, though it was begun so many times. */
    record Waiting(int begun) implements Stage {}

    /** It is being written, for the so-manieth time; {@code beatAt} is when the writer last gave a sign of life. */
    record Running(int begun, Instant beatAt, long rows, long count) implements Stage {}

    /** The file is there. */
    record Done(Instant at, File file, Json.Obj coverage) implements Stage {}

    /** There will be none. */
    record Failed(Instant at, String why) implements Stage {}

    /** A file as it lies there. */
    record File(ObjectName object, long rows, long bytes, String sha256) {}

    default boolean isOver() {
        return this instanceof Done || this instanceof Failed;
    }

    default String word() {
        return switch (this) {
            case Waiting _ -> "waiting";
            case Running _ -> "running";
            case Done _ -> "done";
            case Failed _ -> "failed";
        };
    }

    /** What people are told of it. */
    default void tell(Members shown) {
        switch (this) {
            case Waiting _ -> {}
            case Running running -> shown.put("rows", running.rows).put("count", running.count);
            case Done done ->
                shown.put("rows", done.file.rows)
                        .put("count", done.file.rows)
                        .put("bytes", done.file.bytes)
                        .put("sha256", done.file.sha256)
                        .put("coverage", done.coverage)
                        .put("done_at", done.at)
                        .put("expires_at", done.at.plus(Export.KEPT));
            case Failed failed ->
                shown.put("why", failed.why).put("done_at", failed.at).put("expires_at", failed.at.plus(Export.KEPT));
        }
    }

    default Json.Obj json() {
        var kept = new Members().put("stage", word());
        return switch (this) {
            case Waiting(int begun) -> kept.put("begun", begun).json();
            case Running running ->
                kept.put("begun", running.begun)
                        .put("beat_at", running.beatAt)
                        .put("rows", running.rows)
                        .put("count", running.count)
                        .json();
            case Done(var at, var file, var coverage) ->
                kept.put("at", at)
                        .put("object", file.object.value())
                        .put("rows", file.rows)
                        .put("bytes", file.bytes)
                        .put("sha256", file.sha256)
                        .put("coverage", coverage)
                        .json();
            case Failed(var at, var why) -> kept.put("at", at).put("why", why).json();
        };
    }

    static Stage of(Fields kept) {
        return switch (kept.text("stage")) {
            case "waiting" -> new Waiting(Math.toIntExact(kept.whole("begun")));
            case "running" ->
                new Running(
                        Math.toIntExact(kept.whole("begun")),
                        kept.instant("beat_at"),
                        kept.whole("rows"),
                        kept.whole("count"));
            case "done" ->
                new Done(
                        kept.instant("at"),
                        new File(
                                kept.text("object", ObjectName::new),
                                kept.whole("rows"),
                                kept.whole("bytes"),
                                kept.text("sha256")),
                        kept.object("coverage").json());
            case "failed" -> new Failed(kept.instant("at"), kept.text("why"));
            case String other -> throw new IllegalArgumentException("no stage of an export: '%s'".formatted(other));
        };
    }
}
