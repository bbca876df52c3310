package dev.quarterdeck.edge.identity;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.Caller;
import dev.quarterdeck.identity.Means;
import dev.quarterdeck.identity.Sessions;
import dev.quarterdeck.identity.User;
import dev.quarterdeck.identity.Users;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Optional;

/** Who one is here, and one's own sessions: see them, end them. */
public final class SessionsApi {
    private static final String CURRENT = "current";

    private final Users users;
    private final Sessions sessions;
    private final Cookies cookies;

    public SessionsApi(Users users, Sessions sessions, Cookies cookies) {
        this.users = users;
        this.sessions = sessions;
        this.cookies = cookies;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("me", this::me), Route.of("listSessions", this::list), Route.of("endSession", this::end));
    }

    private Reply me(Call call) {
        Caller caller = call.caller();
        return Reply.ok(new Members()
                .put("user_id", caller.user().handle())
                .put("name", caller.name())
                .put("issuer", caller.user().issuer())
                .put("means", means(caller.means()))
                .json());
    }

    private Reply list(Call call) {
        String here = call.caller().means().id();
        List<Json.Obj> all = user(call).stream()
                .flatMap(user -> sessions.of(user).stream())
                .map(session -> SessionJson.of(session)
                        .with(CURRENT, Json.of(session.id().equals(here))))
                .toList();
        return Reply.items(all);
    }

    private Reply end(Call call) {
        String wanted = call.path("session_id");
        String id = wanted.equals(CURRENT) ? call.caller().means().id() : wanted;
        User user = user(call).orElseThrow(() -> missing(wanted));
        if (!sessions.end(user, id, call.act())) {
            throw missing(wanted);
        }
        boolean own = id.equals(call.caller().means().id());
        return own ? Reply.done().with("Set-Cookie", cookies.clear()) : Reply.done();
    }

    /** The console and the owner of a disabled account have no sessions. */
    private Optional<User> user(Call call) {
        return users.find(call.caller().user());
    }

    private static String means(Means means) {
        return switch (means) {
            case Means.Session _ -> "session";
            case Means.ApiKey _ -> "key";
            case Means.Console _ -> "console";
        };
    }

    private static FailureException missing(String id) {
        return new FailureException(new Failure.NotFound("session", id));
    }
}
