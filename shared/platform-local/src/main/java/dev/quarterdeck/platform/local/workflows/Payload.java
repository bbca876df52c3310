package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.table.Utf8;
import dev.quarterdeck.workflows.Fault;

/** What travels between states: no more than Step Functions lets travel. */
final class Payload {
    static final int MOST_BYTES = 256 * 1024;

    private Payload() {}

    static Json checked(Json payload) {
        int bytes = Utf8.length(payload.text());
        if (bytes > MOST_BYTES) {
            throw new FaultException(
                    Fault.DATA_LIMIT_EXCEEDED,
                    "%d bytes, and at most %d may be passed on".formatted(bytes, MOST_BYTES));
        }
        return payload;
    }
}
