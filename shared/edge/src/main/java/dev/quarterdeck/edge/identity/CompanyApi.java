package dev.quarterdeck.edge.identity;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Content;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.edge.oidc.Arrived;
import dev.quarterdeck.edge.oidc.Callback;
import dev.quarterdeck.edge.oidc.Departure;
import dev.quarterdeck.edge.oidc.RelyingParty;
import dev.quarterdeck.identity.CompanySignIn;
import dev.quarterdeck.identity.Knock;
import dev.quarterdeck.identity.Opened;
import dev.quarterdeck.identity.Sessions;
import dev.quarterdeck.identity.SignedIn;
import dev.quarterdeck.identity.Users;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Members;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Signing in by the company's identity provider: a browser leaves for it, comes back with what it vouches for, and gets
 * a session like everybody's. Rights are the hub's: who is new here has none but those that its groups were given.
 */
public final class CompanyApi {
    private static final String HTML = "text/html; charset=utf-8";

    /** The session's cookie is not sent on the way from another site: the hub's own page leads on from here. */
    private static final String LEADS_ON =
            "<!doctype html><html lang=\"en\"><title>Signed in</title><meta http-equiv=\"refresh\" content=\"0;url=/\"><p><a href=\"/\">Go on</a></html>";

    private final Optional<RelyingParty> company;
    private final Sides sides;
    private final Cookies cookies;

    public CompanyApi(Optional<RelyingParty> company, Sides sides, Cookies cookies) {
        this.company = company;
        this.sides = sides;
        this.cookies = cookies;
    }

    /** What lets people in here, and out again. */
    public record Sides(CompanySignIn signIn, Users users, Sessions sessions) {}

    public List<Route> routes() {
        return List.of(
                Route.of("leaveForCompany", _ -> leave()),
                Route.of("arriveFromCompany", this::arrive),
                Route.of("signOut", this::signOut));
    }

    private RelyingParty company() {
        return company.orElseThrow(() -> new FailureException(new Failure.NotFound("way to sign in", "company")));
    }

    private Reply leave() {
        Departure departure = company().depart();
        return Reply.elsewhere(departure.to()).with("Set-Cookie", cookies.lend(departure.ticket()));
    }

    private Reply arrive(Call call) {
        var callback = new Callback(
                call.query("state"),
                call.query("code"),
                call.query("iss"),
                cookies.lent(call.sender().headers()));
        var knock = new Knock(Optional.empty(), call.origin().client(), call.origin());
        return switch (company().arrive(callback)) {
            case Arrived.Known(var who) -> reply(sides.signIn().signIn(who, knock));
            case Arrived.Doubted(var why) -> reply(sides.signIn().doubt(why, knock));
        };
    }

    private Reply reply(SignedIn outcome) {
        return switch (outcome) {
            case SignedIn.In(Opened opened) ->
                Reply.ok(Content.of(HTML, LEADS_ON))
                        .with("Set-Cookie", cookies.set(opened.token().text()))
                        .with("Set-Cookie", cookies.takeBack())
                        .with("Cache-Control", "no-store")
                        .once();
            case SignedIn.CodeNeeded _, SignedIn.Refused _ ->
                throw new FailureException(
                        new Failure.Unauthenticated("this sign-in does not count: begin again at /auth/login"));
        };
    }

    private Reply signOut(Call call) {
        sides.users()
                .find(call.caller().user())
                .ifPresent(
                        user -> sides.sessions().end(user, call.caller().means().id(), call.act()));
        Optional<URI> there = company.flatMap(RelyingParty::logout);
        return Reply.ok(new Members().maybe("go_to", there.map(URI::toString)).json())
                .with("Set-Cookie", cookies.clear());
    }
}
