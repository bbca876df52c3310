package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** One sign-in that goes on: whose, how, on what device, and for how long. */
public record Session(String id, UserId user, SignIn signIn, Instant lastSeen, Instant end, long generation) {
    private static final Set<String> SECOND_FACTORS = Set.of("mfa", "otp", "hwk", "swk");

    /** When, how (RFC 8176 names) and on what a person signed in. */
    public record SignIn(Instant at, List<String> methods, String device) {
        public SignIn {
            methods = List.copyOf(methods);
        }

        /** A code, a hardware key, or what the provider says were several. */
        boolean withSecondFactor() {
            return methods.stream().anyMatch(SECOND_FACTORS::contains);
        }
    }

    boolean over(Instant now, Duration idle) {
        return !now.isBefore(end) || lastSeen.plus(idle).isBefore(now);
    }

    Session seen(Instant now) {
        return new Session(id, user, signIn, now, end, generation);
    }

    Means.Session means() {
        return new Means.Session(id, signIn.at(), signIn.methods());
    }
}
