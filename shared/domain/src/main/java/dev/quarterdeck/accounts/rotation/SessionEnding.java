package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Connection.ByRole;
import dev.quarterdeck.accounts.proof.Trouble;
import java.time.Instant;
import java.util.Optional;

/** What an account's revoker role does to its other roles; the answer is what stood against it, if anything did. */
public interface SessionEnding {
    /** Puts the policy on each role that denies everything to sessions made before. */
    Optional<Trouble> end(ByRole roles, Instant before);

    /** Takes it off again; one that is not there is no failure. */
    Optional<Trouble> endNoMore(ByRole roles);
}
