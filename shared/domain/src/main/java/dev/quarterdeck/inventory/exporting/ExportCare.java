package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.kernel.objects.ObjectListing;
import dev.quarterdeck.kernel.objects.ObjectName;
import dev.quarterdeck.kernel.objects.Objects;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Use case, again and again: let go of exports whose time is over, and of files that are no export's. */
public final class ExportCare {
    /** Facts that are pruned are there for a day more: an export is over long before. */
    private static final Duration LONGEST = Duration.ofHours(12);

    /** A file is written before it is named. */
    private static final Duration UNNAMED = Duration.ofDays(1);

    private final Exports exports;
    private final Objects objects;
    private final ExportSight sight;
    private final Clock clock;

    public ExportCare(Exports exports, Objects objects, ExportSight sight, Clock clock) {
        this.exports = exports;
        this.objects = objects;
        this.sight = sight;
        this.clock = clock;
    }

    /** Says how many went. */
    public long tidy(Attribution by) {
        Instant now = clock.instant();
        exports.open().stream()
                .filter(export -> export.frozen().now().plus(LONGEST).isBefore(now))
                .forEach(export -> {
                    var _ = exports.move(export, new Stage.Failed(now, "it was not written within twelve hours"));
                });
        long gone = exports.over()
                .filter(export -> isPast(export, now) || !isSeen(export))
                .filter(export -> remove(export, "export:expire", by))
                .count();
        sweep(now);
        return gone;
    }

    private static boolean isPast(Export export, Instant now) {
        return switch (export.stage()) {
            case Stage.Done done -> !done.at().plus(Export.KEPT).isAfter(now);
            case Stage.Failed failed -> !failed.at().plus(Export.KEPT).isAfter(now);
            case Stage.Waiting _, Stage.Running _ -> false;
        };
    }

    private boolean isSeen(Export export) {
        return !(export.stage() instanceof Stage.Done)
                || sight.sees(export.owner().user(), export.frozen().accounts());
    }

    /** Takes one away with its file: the file first, so that none is left that nobody knows of. */
    public boolean remove(Export export, String action, Attribution by) {
        if (export.stage() instanceof Stage.Done done) {
            objects.delete(done.file().object());
        }
        return exports.remove(export.owner().user(), export.id(), action, by).isPresent();
    }

    private void sweep(Instant now) {
        Set<ObjectName> named = new HashSet<>();
        exports.over().forEach(export -> {
            if (export.stage() instanceof Stage.Done done) {
                named.add(done.file().object());
            }
        });
        Predicate<ObjectListing.Entry> left = entry ->
                !named.contains(entry.name()) && entry.written().plus(UNNAMED).isBefore(now);
        Optional<ObjectName> after = Optional.empty();
        do {
            ObjectListing some = objects.list(Exports.OBJECTS, after);
            some.entries().stream().filter(left).map(ObjectListing.Entry::name).forEach(objects::delete);
            after = some.next();
        } while (after.isPresent());
    }
}
