package dev.quarterdeck.identity;

import dev.quarterdeck.audit.Origin;
import java.util.Optional;

/** Somebody at the door: the session they came with, what their device calls itself, and through which request. */
public record Knock(Optional<SessionToken> prior, String device, Origin origin) {}
