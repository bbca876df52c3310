package dev.quarterdeck.identity.access;

import dev.quarterdeck.kernel.Json;
import java.time.Duration;
import java.util.Optional;

/** The times that a context states, in epoch seconds. */
record Moment(long at, long signedIn) {
    /** Nothing where a time is missing, is no whole number of 64 bits, or the two are further apart than that. */
    static Optional<Moment> of(Json.Obj context) {
        try {
            var moment = new Moment(whole(context, Request.AT), whole(context, Request.SIGNED_IN));
            Math.subtractExact(moment.at, moment.signedIn);
            return Optional.of(moment);
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    /** Signed in no longer ago than this; clocks of two machines may differ by as much the other way. */
    boolean fresh(Duration within) {
        long age = at - signedIn;
        return age <= within.toSeconds() && age >= -within.toSeconds();
    }

    private static long whole(Json.Obj context, String name) {
        if (context.get(name).orElse(Json.Null.VALUE) instanceof Json.Num(var number)) {
            return number.longValueExact();
        }
        throw new ArithmeticException(name + " is no number");
    }
}
