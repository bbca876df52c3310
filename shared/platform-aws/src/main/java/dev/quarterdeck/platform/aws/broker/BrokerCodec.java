package dev.quarterdeck.platform.aws.broker;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.RoleSession;
import java.time.Duration;

/** The broker's questions and answers as JSON. */
public final class BrokerCodec {
    private BrokerCodec() {}

    public static Json.Obj question(RoleSession session) {
        return new Members()
                .put("role", session.roleArn())
                .put("name", session.name())
                .maybe("external_id", session.externalId())
                .maybe("source_identity", session.sourceIdentity())
                .put("seconds", session.duration().toSeconds())
                .maybe("policy", session.scope().policy())
                .put("tags", session.scope().tags())
                .json();
    }

    /** What is asked for; a question that is malformed is refused. */
    public static RoleSession question(Json.Obj json) {
        Fields fields = Fields.of(json);
        return new RoleSession(
                fields.text("role"),
                fields.text("name"),
                fields.maybeText("external_id"),
                fields.maybeText("source_identity"),
                Duration.ofSeconds(fields.whole("seconds")),
                new RoleSession.Scope(fields.maybeText("policy"), fields.map("tags")));
    }

    public static Json.Obj answer(Opened opened) {
        return switch (opened) {
            case Opened.Session session ->
                new Members()
                        .put("access_key_id", session.accessKeyId())
                        .put("secret_access_key", session.secretAccessKey())
                        .put("session_token", session.sessionToken())
                        .put("expires", session.expires())
                        .json();
            case Opened.Refused(var failure) -> refusal(failure);
        };
    }

    public static Opened answer(Json.Obj json) {
        Fields fields = Fields.of(json);
        return fields.maybeText("refused")
                .<Opened>map(kind -> new Opened.Refused(failure(kind, fields)))
                .orElseGet(() -> new Opened.Session(
                        fields.text("access_key_id"),
                        fields.text("secret_access_key"),
                        fields.text("session_token"),
                        fields.instant("expires")));
    }

    private static Json.Obj refusal(Answer.Failure failure) {
        return switch (failure) {
            case Answer.Denied(var action, var message) -> refusal("denied", action, message);
            case Answer.Barred(var policy, var message) -> refusal("barred", policy, message);
            case Answer.Throttled(var message) -> refusal("throttled", "", message);
            case Answer.Unsupported(var message) -> refusal("unsupported", "", message);
            case Answer.OptedOut(var message) -> refusal("opted-out", "", message);
            case Answer.Absent(var code, var message) -> refusal("absent", code, message);
            case Answer.Failed(var code, var message) -> refusal("failed", code, message);
        };
    }

    private static Json.Obj refusal(String kind, String what, String message) {
        return new Members()
                .put("refused", kind)
                .put("what", what)
                .put("message", message)
                .json();
    }

    private static Answer.Failure failure(String kind, Fields fields) {
        String what = fields.text("what");
        String message = fields.text("message");
        return switch (kind) {
            case "denied" -> new Answer.Denied(what, message);
            case "barred" -> new Answer.Barred(what, message);
            case "throttled" -> new Answer.Throttled(message);
            case "unsupported" -> new Answer.Unsupported(message);
            case "opted-out" -> new Answer.OptedOut(message);
            case "absent" -> new Answer.Absent(what, message);
            default -> new Answer.Failed(what, message);
        };
    }
}
