package dev.quarterdeck.query.sql;

import dev.quarterdeck.inventory.ResourceType;
import java.util.Locale;

/** The resources of one type, as a table of their own: {@code aws_ec2_instance}. */
record TypeView(ResourceType type) {
    String name() {
        return type.name().replace("::", "_").toLowerCase(Locale.ROOT);
    }

    /** A type's name has letters, digits and colons alone: nothing in it could end the quotes. */
    String create() {
        return "CREATE VIEW %s AS SELECT * FROM resources WHERE type = '%s'".formatted(name(), type.name());
    }
}
