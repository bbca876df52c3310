package dev.quarterdeck.kernel.migrations;

import dev.quarterdeck.kernel.migrations.Migration.Direction;

/** A migration that is to be done in one direction. */
public record Step(Migration migration, Direction direction) {
    /** The schema's version once this is done. */
    public int reached() {
        return direction == Direction.FORWARD ? migration.version() : migration.version() - 1;
    }
}
