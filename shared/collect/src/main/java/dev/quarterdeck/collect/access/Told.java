package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.accounts.proof.Trouble.Kind;
import dev.quarterdeck.collect.json.ItemList;
import dev.quarterdeck.collect.json.JsonBuilder;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.Call;
import dev.quarterdeck.wire.Paging;
import java.util.List;
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
            case Answer.Done _ -> new Asked.Got<>(answer.object());
            case Answer.Failure failure -> new Asked.Not<>(trouble(failure));
        };
    }

    /** All items of a list that is known to be short, from all of its pages. */
    static Asked<List<Fields>> all(AwsApi api, Call call, String items) {
        var kept = new ItemList();
        return switch (api.items(call, new Paging(items, List.of()), kept)) {
            case Answer.Done _ ->
                new Asked.Got<>(kept.items().stream().map(Fields::of).toList());
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
