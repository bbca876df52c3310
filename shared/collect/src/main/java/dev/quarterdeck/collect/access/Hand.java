package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.wire.RoleSession;
import java.util.Optional;

/** Whom the accounts trust, and the region whose STS and EC2 are asked. */
public record Hand(Assumer assumer, String region) {
    /** The session that goes that way. */
    RoleSession session(Way.Role way, String purpose) {
        Optional<String> identity = assumer.isBroker() ? Optional.of(RoleNames.SOURCE_IDENTITY) : Optional.empty();
        return new RoleSession(
                way.role().toString(),
                RoleNames.SESSION_PREFIX + purpose,
                way.externalId(),
                identity,
                way.session(),
                RoleSession.Scope.WHOLE);
    }
}
