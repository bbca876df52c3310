package dev.quarterdeck.inventory.history;

import dev.quarterdeck.kernel.Json;
import java.util.Optional;

/** One field that is not what it was; absent before or after where it was not there. */
public record Difference(String path, Optional<Json> before, Optional<Json> after) {}
