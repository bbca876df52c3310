package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.inventory.exporting.Stage.Running;
import dev.quarterdeck.kernel.objects.ObjectName;
import java.time.Clock;

/** One writer's turn at an export: as long as it lasts, what this one says of it counts. */
final class Turn {
    private final Exports exports;
    private final Clock clock;
    private final int begun;
    private Export export;
    private boolean lost;
    private long rows;
    private long count;

    Turn(Exports exports, Export taken, int begun, Clock clock) {
        this.exports = exports;
        this.export = taken;
        this.begun = begun;
        this.clock = clock;
    }

    synchronized Export export() {
        return export;
    }

    /** Where this turn's file goes: no other turn writes there. */
    synchronized ObjectName object() {
        return export.object(begun);
    }

    synchronized void count(long all) {
        count = all;
    }

    /** Told at the next beat; who goes on writing learns here that it is for nobody. */
    synchronized void rows(long written) {
        check();
        rows = written;
    }

    /** A sign of life. */
    synchronized void beat() {
        if (!lost && !export.stage().isOver()) {
            move(new Running(begun, clock.instant(), rows, count));
        }
    }

    /** Leaves it to another, as if it had not been begun. */
    synchronized void leave() {
        if (!lost && !export.stage().isOver()) {
            move(new Stage.Waiting(begun - 1));
            lost = true;
        }
    }

    /** The last word, which counts only if the turn still lasts. */
    synchronized void end(Stage over) {
        check();
        move(over);
        check();
    }

    private void move(Stage next) {
        exports.move(export, next).ifPresentOrElse(moved -> export = moved, () -> lost = true);
    }

    private void check() {
        if (lost) {
            throw new Lost(export.id());
        }
    }
}
