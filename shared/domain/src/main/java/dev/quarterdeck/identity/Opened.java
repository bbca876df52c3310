package dev.quarterdeck.identity;

import java.util.List;

/** A new session, the token that is told this once, and the ids of older sessions that had to make room for it. */
public record Opened(SessionToken token, Session session, List<String> ended) {
    public Opened {
        ended = List.copyOf(ended);
    }
}
