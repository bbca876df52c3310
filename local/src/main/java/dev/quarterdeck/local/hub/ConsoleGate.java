package dev.quarterdeck.local.hub;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.edge.Gatekeeper;
import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.identity.access.Decision;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.Sight;
import dev.quarterdeck.identity.access.Target;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Lets in, besides people and keys, the command line that can read this workspace: it knows the server's token. */
record ConsoleGate(Gatekeeper others, String token) implements Gatekeeper {
    @Override
    public Optional<Caller> session(String cookie, boolean background) {
        return others.session(cookie, background);
    }

    @Override
    public Optional<Caller> bearer(String given, Origin origin) {
        boolean console =
                MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
        return console ? Optional.of(Caller.CONSOLE) : others.bearer(given, origin);
    }

    @Override
    public Decision decide(Caller caller, Permission permission, Target target, Origin origin) {
        return others.decide(caller, permission, target, origin);
    }

    @Override
    public Sight sight(Caller caller, Permission permission) {
        return others.sight(caller, permission);
    }

    @Override
    public String toString() {
        return "ConsoleGate[***]";
    }
}
