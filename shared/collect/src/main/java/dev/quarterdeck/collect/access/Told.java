package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.accounts.proof.Trouble.Kind;
import dev.quarterdeck.collect.json.JsonBuilder;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import java.util.Set;

/** Small answers, in the words of the domain. */
final class Told {
    private static final Set<String> BAD_CREDENTIALS = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "InvalidAccessKeyId",
            "SignatureDoesNotMatch",
            "InvalidSignatureException",
            "AuthFailure",
            "NoCredentials");

    private Told() {}

    static Asked<Json.Obj> ask(AwsApi api, Call call) {
        var answer = new JsonBuilder();
        return switch (api.call(call, answer)) {
            case Answer.Done _ -> new Asked.Got<>(answer.value() instanceof Json.Obj object ? object : Json.Obj.EMPTY);
            case Answer.Failure failure -> new Asked.Not<>(trouble(failure));
        };
    }

    static Trouble trouble(Answer.Failure failure) {
        return switch (failure) {
            case Answer.Denied(var action, var message) -> new Trouble(Kind.DENIED, action, message);
            case Answer.Barred(var policy, var message) -> new Trouble(Kind.BARRED, policy, message);
            case Answer.Throttled(var message) -> new Trouble(Kind.THROTTLED, "Throttling", message);
            case Answer.Unsupported(var message) -> new Trouble(Kind.UNSUPPORTED, "NotServed", message);
            case Answer.OptedOut(var message) -> new Trouble(Kind.FAILED, "OptInRequired", message);
            case Answer.Absent(var code, var message) -> new Trouble(Kind.ABSENT, code, message);
            case Answer.Failed(var code, var message) ->
                new Trouble(BAD_CREDENTIALS.contains(code) ? Kind.NO_CREDENTIALS : Kind.FAILED, code, message);
        };
    }
}
