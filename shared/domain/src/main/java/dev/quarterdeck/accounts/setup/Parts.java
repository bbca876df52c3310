package dev.quarterdeck.accounts.setup;

import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.roles.ActRights;
import dev.quarterdeck.accounts.roles.Boundary;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.kernel.Json;
import java.util.SortedMap;
import java.util.TreeMap;

/** A setup for one known account, in the policies and roles that every tool makes one by one. */
record Parts(RoleSetup setup, ExternalIds ids) {
    Json.Obj trust() {
        return Papers.trust(setup, ids).document();
    }

    /** The managed policies of our own, by name. */
    SortedMap<String, Json.Obj> policies() {
        var policies = new TreeMap<>(setup.read().documents());
        if (!setup.act().isEmpty()) {
            policies.put(RoleNames.BOUNDARY, Boundary.document());
        }
        return policies;
    }

    static String name(ActFamily family) {
        return RoleNames.act(family);
    }

    static Json.Obj rights(ActFamily family) {
        return ActRights.document(family);
    }
}
