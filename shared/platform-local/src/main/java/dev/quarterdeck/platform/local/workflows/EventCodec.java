package dev.quarterdeck.platform.local.workflows;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.workflows.Fault;
import java.util.Optional;

/** An event as a row says it. Payloads are texts: they may nest deeper than rows do. */
final class EventCodec {
    private EventCodec() {}

    static Json.Obj encode(Event event) {
        Happening what = event.what();
        var members = new Members()
                .put("at", event.at())
                .put("what", what.getClass().getSimpleName())
                .put("place", what.place().toString());
        return switch (what) {
            case Happening.Entered(Place _, var state, var input) -> payload(members.put("state", state), input);
            case Happening.Exited(Place _, var output, var last) -> payload(members.put("last", last), output);
            case Happening.Scheduled(Place _, var input, var token) -> payload(members.maybe("token", token), input);
            case Happening.Succeeded(Place _, var result) -> payload(members, result);
            case Happening.Answered(Place _, Happening.Outcome.Done(var result)) -> payload(members, result);
            case Happening.Answered(Place _, Happening.Outcome.Failing(var fault)) ->
                fault(members, fault).json();
            case Happening.Broken(Place _, var fault) -> fault(members, fault).json();
            case Happening.Failed(Place _, var fault, var again) -> {
                fault(members, fault);
                again.ifPresent(some -> members.put("retrier", some.retrier()).put("again_at", some.at()));
                yield members.json();
            }
            case Happening.Submitted _, Happening.Beaten _ -> members.json();
        };
    }

    static Event decode(long number, Json.Obj data) {
        Fields fields = Fields.of(data);
        return new Event(number, fields.instant("at"), happening(fields, fields.text("place", Place::parse)));
    }

    private static Happening happening(Fields fields, Place place) {
        return switch (fields.text("what")) {
            case "Entered" -> new Happening.Entered(place, fields.text("state"), payload(fields));
            case "Exited" -> new Happening.Exited(place, payload(fields), fields.flag("last"));
            case "Scheduled" -> new Happening.Scheduled(place, payload(fields), fields.maybeText("token"));
            case "Submitted" -> new Happening.Submitted(place);
            case "Beaten" -> new Happening.Beaten(place);
            case "Answered" ->
                new Happening.Answered(
                        place,
                        fields.has("error")
                                ? new Happening.Outcome.Failing(fault(fields))
                                : new Happening.Outcome.Done(payload(fields)));
            case "Succeeded" -> new Happening.Succeeded(place, payload(fields));
            case "Failed" -> new Happening.Failed(place, fault(fields), again(fields));
            case "Broken" -> new Happening.Broken(place, fault(fields));
            case String other -> throw new IllegalStateException("no event is called '%s'".formatted(other));
        };
    }

    private static Json.Obj payload(Members members, Json payload) {
        return members.put("payload", payload.text()).json();
    }

    private static Json payload(Fields fields) {
        return fields.text("payload", Json::parse);
    }

    private static Members fault(Members members, Fault fault) {
        return members.put("error", fault.error()).put("cause", fault.cause());
    }

    private static Fault fault(Fields fields) {
        return new Fault(fields.text("error"), fields.text("cause"));
    }

    private static Optional<Happening.Again> again(Fields fields) {
        return fields.maybeInstant("again_at")
                .map(at -> new Happening.Again(Math.toIntExact(fields.whole("retrier")), at));
    }
}
