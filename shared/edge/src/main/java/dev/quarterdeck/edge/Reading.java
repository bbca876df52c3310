package dev.quarterdeck.edge;

import dev.quarterdeck.audit.Origin;
import dev.quarterdeck.edge.contract.Contract.Found;
import dev.quarterdeck.edge.contract.Operation;
import dev.quarterdeck.edge.contract.Parameter.Place;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.Target;
import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.Failure.Violation;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.MalformedJsonException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds requests to the contract: parameters before rights are asked (they name the object), the body after. */
final class Reading {
    private Reading() {}

    static Call unread(HttpRequest request, Target target, Found.Meant meant, Optional<Caller> caller, Origin origin) {
        Operation operation = meant.operation();
        var violations = new ArrayList<Violation>();
        violations.addAll(operation.parameterViolations(Place.PATH, meant.holes()));
        violations.addAll(operation.parameterViolations(Place.QUERY, target.query()));
        refuse(violations);
        return new Call(operation, meant.holes(), target.query(), new Call.Sender(origin, request.headers(), caller));
    }

    static Call read(HttpRequest request, Call call) {
        Json body = body(request, call.operation());
        refuse(call.operation().bodyViolations(body));
        return call.with(body);
    }

    private static Json body(HttpRequest request, Operation operation) {
        if (operation.body().isEmpty()) {
            if (!request.body().isEmpty()) {
                throw new FailureException(Failure.invalid("", "must be empty: this operation takes no body"));
            }
            return Json.Obj.EMPTY;
        }
        String text =
                request.body().text().orElseThrow(() -> new FailureException(Failure.invalid("", "is not UTF-8")));
        try {
            return text.isEmpty() ? Json.Obj.EMPTY : Json.parse(text);
        } catch (MalformedJsonException e) {
            throw new FailureException(Failure.invalid("", "is not JSON; " + e.getMessage()));
        }
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new FailureException(new Failure.Invalid(violations));
        }
    }
}
