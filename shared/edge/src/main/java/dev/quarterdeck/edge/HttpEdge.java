package dev.quarterdeck.edge;

import dev.quarterdeck.edge.contract.Contract;
import dev.quarterdeck.edge.contract.Contract.Found;
import dev.quarterdeck.edge.http.HttpRequest;
import dev.quarterdeck.edge.http.HttpResponse;
import dev.quarterdeck.edge.http.Target;
import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.table.Table;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/**
 * The one way in for HTTP, whoever hosts it: finds what a request means, who sends it, whether they may, holds it to
 * the contract, and makes an answer of whatever comes of it. It never throws.
 */
public final class HttpEdge {
    private static final int BURST = 200;
    private static final int PER_SECOND = 50;

    private final Desk desk;
    private final Admission admission;
    private final Authorization authorization;
    private final Replays replays;
    private final Journal journal;

    /** Where the hub is reached, and by which cookie browsers are known there. */
    public record Place(Origins origins, Cookies cookies) {}

    /** What the edge stands on. */
    public record Ground(Table table, Telemetry telemetry, Clock clock, SecureRandom random) {}

    public static HttpEdge of(
            Contract contract, Collection<Route> routes, Gatekeeper gatekeeper, Place place, Ground ground) {
        var quota = new Quota(BURST, PER_SECOND, ground.clock());
        return new HttpEdge(
                new Desk(contract, routes),
                new Admission(place.origins(), place.cookies(), gatekeeper, quota),
                new Authorization(gatekeeper),
                new Replays(ground.table(), ground.clock()),
                new Journal(ground.telemetry(), ground.random(), ground.clock(), System::nanoTime));
    }

    private HttpEdge(Desk desk, Admission admission, Authorization authorization, Replays replays, Journal journal) {
        this.desk = desk;
        this.admission = admission;
        this.authorization = authorization;
        this.replays = replays;
        this.journal = journal;
    }

    public HttpResponse handle(HttpRequest request) {
        Visit visit = journal.begin(request);
        HttpResponse response;
        try {
            response = answer(request, visit);
        } catch (FailureException e) {
            response = Problem.of(e.failure()).response(visit.requestId());
        } catch (Malformed e) {
            response = Problem.of(e.failure()).response(visit.requestId());
        } catch (
                RuntimeException
                        e) { // the edge of the process: whatever broke, the caller learns only the request's id
            journal.broke(visit, e);
            response = Problem.of(500, "internal", "Internal error", "the hub's log has this request's id")
                    .response(visit.requestId());
        }
        return journal.end(visit, Protection.of(response));
    }

    /** What a host answers to bytes that it cannot even read as a request, in the words of all other refusals. */
    public static HttpResponse unreadable(int status, String why) {
        Problem problem = Problem.of(status, "unreadable", "Unreadable request", why);
        return Protection.of(problem.response(UUID.randomUUID().toString()));
    }

    /** What a host answers in place of what it cannot carry. */
    public static HttpResponse tooLarge(String why) {
        Problem problem = Problem.of(422, "answer-too-large", "Answer too large", why);
        return Protection.of(problem.response(UUID.randomUUID().toString()));
    }

    private HttpResponse answer(HttpRequest request, Visit visit) {
        Optional<Problem> unfit = admission.refuse(request);
        if (unfit.isPresent()) {
            return unfit.get().response(visit.requestId());
        }
        Target target = Target.parse(request.target());
        return switch (desk.contract().find(request.method(), target.segments())) {
            case Found.Meant meant -> operate(request, target, meant, visit);
            case Found.NoSuchPath _ ->
                Problem.of(404, "no-such-path", "Not found", "the API has no such path")
                        .response(visit.requestId());
            case Found.OtherMethods(String allowed) ->
                Problem.of(405, "method-not-allowed", "Method not allowed", "this path takes " + allowed)
                        .with("Allow", allowed)
                        .response(visit.requestId());
        };
    }

    private HttpResponse operate(HttpRequest request, Target target, Found.Meant meant, Visit visit) {
        visit.means(meant.operation());
        Optional<Caller> caller = admission.caller(request, meant.operation(), visit.origin());
        caller.ifPresent(visit::from);
        Optional<Problem> kept = admission.keepOut(request, meant.operation(), caller);
        if (kept.isPresent()) {
            return kept.get().response(visit.requestId());
        }
        Route route = desk.route(meant.operation());
        Call unread = Reading.unread(request, target, meant, caller, visit.origin());
        Call call = Reading.read(request, authorization.allow(route, unread));
        Reply reply =
                replays.once(call, () -> route.handler().handle(call), trouble -> journal.keptNoAnswer(visit, trouble));
        return Answers.of(request, reply, visit.requestId());
    }
}
