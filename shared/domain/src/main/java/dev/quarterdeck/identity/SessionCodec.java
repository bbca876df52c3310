package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;

/** Sessions as JSON: in the table and over the API. */
public final class SessionCodec {
    private SessionCodec() {}

    public static Json.Obj encode(Session session) {
        return new Members()
                .put("session_id", session.id())
                .put("iss", session.user().issuer())
                .put("sub", session.user().subject())
                .put("signed_in_at", session.signIn().at())
                .put("amr", session.signIn().methods())
                .put("device", session.signIn().device())
                .put("last_seen", session.lastSeen())
                .put("ends_at", session.end())
                .put("generation", session.generation())
                .json();
    }

    static Session decode(Json.Obj json) {
        var fields = Fields.of(json);
        return new Session(
                fields.text("session_id"),
                new UserId(fields.text("iss"), fields.text("sub")),
                new Session.SignIn(fields.instant("signed_in_at"), fields.texts("amr"), fields.text("device")),
                fields.instant("last_seen"),
                fields.instant("ends_at"),
                fields.whole("generation"));
    }
}
