package dev.quarterdeck.identity.access;

import dev.quarterdeck.kernel.Json;
import java.time.Instant;
import java.util.Map;

/** A question to the evaluator: may they do this to that, in this context? */
public record Request(Principal principal, Permission permission, Target target, Json.Obj context) {
    /** The context's member for the time of asking, in epoch seconds. */
    static final String AT = "at";
    /** The context's member for the time of the last full sign-in, in epoch seconds. */
    static final String SIGNED_IN = "signed_in";

    public static Json.Obj context(Instant at, Instant signedIn) {
        return Json.of(Map.of(AT, Json.of(at.getEpochSecond()), SIGNED_IN, Json.of(signedIn.getEpochSecond())));
    }
}
