package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.Operation;
import java.util.Map;

/** How a protocol writes a checked input. */
interface RequestFormat {
    WireRequest write(Operation operation, Map<String, ?> input, String hostPrefix);
}
