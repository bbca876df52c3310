package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.credentials.Secret;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How somebody wants an account to be connected. An external id is no part of it: the hub makes those. */
public sealed interface Link {
    record ByRole(RoleArn read, Duration session, SortedMap<ActFamily, RoleArn> act, Optional<RoleArn> revoker)
            implements Link {
        public ByRole {
            Connection.ByRole.check(read, session, act, revoker);
            act = new TreeMap<>(act);
        }
    }

    record ByProfile(Connection.ByProfile profile) implements Link {}

    record ByKeys(Connection.ByKeys key, Secret<String> secret) implements Link {}
}
