package dev.quarterdeck.inventory.impact;

import dev.quarterdeck.kernel.Json;
import java.util.Optional;

/** What is hit. */
public sealed interface Thing {
    /** A resource that is known. */
    record Known(Json.Obj row) implements Thing {}

    /** Something that a resource names and nobody has found. */
    record Stranger(String arn, Optional<String> account) implements Thing {}
}
