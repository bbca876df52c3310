package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.model.ServiceModel;
import java.util.function.Supplier;

/** Which protocol a service speaks. */
final class Protocols {
    private Protocols() {}

    @SuppressWarnings("DoNotCallSuggester")
    static Protocol of(ServiceModel service, Supplier<String> idempotencyTokens) {
        throw new UnsupportedOperationException(service.protocol() + idempotencyTokens.get());
    }
}
