package dev.quarterdeck.kernel.events;

import dev.quarterdeck.kernel.Json;
import java.time.Instant;

/**
 * Something that happened to one thing (the aggregate, such as an account), and which version of it came of that. The
 * data is for information: who acts on an event reads the thing itself.
 */
public record DomainEvent(String id, String aggregate, long version, String type, Instant at, Json.Obj data) {
    public DomainEvent {
        if (!type.matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)+")) {
            throw new IllegalArgumentException("an event's type is like 'account.connected': '%s'".formatted(type));
        }
    }
}
