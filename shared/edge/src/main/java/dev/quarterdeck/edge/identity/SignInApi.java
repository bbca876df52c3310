package dev.quarterdeck.edge.identity;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.FirstAdmin;
import dev.quarterdeck.identity.Invitations;
import dev.quarterdeck.identity.Knock;
import dev.quarterdeck.identity.LocalAccounts.Typed;
import dev.quarterdeck.identity.LocalSignIn;
import dev.quarterdeck.identity.Opened;
import dev.quarterdeck.identity.SessionToken;
import dev.quarterdeck.identity.SignedIn;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.List;
import java.util.Optional;

/**
 * Signing in to this hub itself. A browser gets its session as a cookie, a command line that asks for a token gets it
 * in the answer, once.
 */
public final class SignInApi {
    private final Ways ways;
    private final Cookies cookies;

    public SignInApi(Ways ways, Cookies cookies) {
        this.ways = ways;
        this.cookies = cookies;
    }

    /** The first administrator's way in, that of who was invited, and everybody's. */
    public record Ways(FirstAdmin firstAdmin, Invitations invitations, LocalSignIn signIn) {}

    public List<Route> routes() {
        return List.of(Route.of("setUp", this::setUp), Route.of("join", this::join), Route.of("signIn", this::signIn));
    }

    private Reply setUp(Call call) {
        Fields body = Fields.of(call.body());
        return reply(call, ways.firstAdmin().claim(body.text("setup_code"), typed(body), knock(call)));
    }

    private Reply join(Call call) {
        Fields body = Fields.of(call.body());
        return reply(call, ways.invitations().claim(body.text("invitation_code"), typed(body), knock(call)));
    }

    private Reply signIn(Call call) {
        return reply(call, ways.signIn().signIn(typed(Fields.of(call.body())), knock(call)));
    }

    private Reply reply(Call call, SignedIn outcome) {
        return switch (outcome) {
            case SignedIn.In(Opened opened) -> opened(call, opened);
            case SignedIn.CodeNeeded _ ->
                throw new FailureException(Failure.invalid("/code", "is missing: the code of your authenticator"));
            case SignedIn.Refused _ ->
                throw new FailureException(
                        new Failure.Unauthenticated("name, password or code is wrong, or was used already"));
        };
    }

    private Reply opened(Call call, Opened opened) {
        Json.Obj session = SessionJson.of(opened.session())
                .with("ended", Json.of(opened.ended().stream().map(Json::of).toList()));
        String text = opened.token().text();
        boolean asToken = call.body().get("as").equals(Optional.of(Json.of("token")));
        return asToken
                ? Reply.created(session.with("token", Json.of(text)), location(opened))
                        .once()
                : Reply.created(session, location(opened))
                        .with("Set-Cookie", cookies.set(text))
                        .once();
    }

    private static String location(Opened opened) {
        return "/api/sessions/" + opened.session().id();
    }

    private static Typed typed(Fields body) {
        return new Typed(body.text("name"), body.text("password"), body.maybeText("code"));
    }

    private Knock knock(Call call) {
        Optional<SessionToken> prior = cookies.session(call.sender().headers()).flatMap(SessionToken::of);
        String device =
                Fields.of(call.body()).maybeText("device").orElse(call.origin().client());
        return new Knock(prior, device, call.origin());
    }
}
