package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** A machine's key: whose rights it has a part of, which part, and for how long. */
public record ApiKey(String id, UserId owner, String label, Grant grant, Life life, Hash hash) {
    /** What the key may do, of what its owner may, and from which addresses. */
    public record Grant(Set<Permission> permissions, Optional<Cidr> from) {
        public Grant {
            permissions = Set.copyOf(permissions);
        }
    }

    public record Life(Instant made, Instant end, Optional<Instant> lastUsed, Optional<Instant> revoked) {}

    /** What is kept of the secret: an HMAC under the pepper of this id. */
    record Hash(String pepper, String hmac) {}

    boolean good(Instant now, String source) {
        return life.revoked().isEmpty()
                && now.isBefore(life.end())
                && grant.from().filter(range -> !range.contains(source)).isEmpty();
    }

    ApiKey used(Instant now) {
        return with(new Life(life.made(), life.end(), Optional.of(now), life.revoked()));
    }

    ApiKey revoked(Instant now) {
        return with(new Life(life.made(), life.end(), life.lastUsed(), Optional.of(now)));
    }

    private ApiKey with(Life other) {
        return new ApiKey(id, owner, label, grant, other, hash);
    }
}
