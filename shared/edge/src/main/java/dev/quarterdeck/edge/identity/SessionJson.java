package dev.quarterdeck.edge.identity;

import dev.quarterdeck.identity.Session;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;

/** Sessions as the API tells them: never their token. */
final class SessionJson {
    private SessionJson() {}

    static Json.Obj of(Session session) {
        return new Members()
                .put("session_id", session.id())
                .put("signed_in_at", session.signIn().at())
                .put(
                        "methods",
                        Json.of(session.signIn().methods().stream()
                                .map(Json::of)
                                .toList()))
                .put("device", session.signIn().device())
                .put("last_seen", session.lastSeen())
                .put("ends_at", session.end())
                .json();
    }
}
