package dev.quarterdeck.edge.identity;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.Invitations;
import dev.quarterdeck.identity.Invitations.Invited;
import dev.quarterdeck.identity.Sessions;
import dev.quarterdeck.identity.User;
import dev.quarterdeck.identity.UserCodec;
import dev.quarterdeck.identity.Users;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.util.List;

/** The people whom the hub knows: invited, listed, disabled, signed out. */
public final class UsersApi {
    private static final String PATH = "/api/users/";

    private final Users users;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Paging paging;

    public UsersApi(Users users, Sessions sessions, Invitations invitations, Paging paging) {
        this.users = users;
        this.sessions = sessions;
        this.invitations = invitations;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("listUsers", this::list),
                Route.of("inviteUser", this::invite),
                Route.of("showUser", call -> Reply.ok(UserCodec.encode(user(call)))),
                Route.of("changeUser", this::change),
                Route.of("renewInvitation", this::renew),
                Route.of("listUserSessions", this::sessions),
                Route.of("endUserSessions", this::signOut));
    }

    private Reply list(Call call) {
        var listed = users.list(paging.from(call));
        return paging.reply(call, listed.users().stream().map(UserCodec::encode).toList(), listed.next());
    }

    private Reply invite(Call call) {
        return invited(invitations.invite(Fields.of(call.body()).text("name"), call.act()));
    }

    private Reply renew(Call call) {
        return invited(invitations.again(handle(call), call.act()));
    }

    private static Reply invited(Invited invited) {
        Json.Obj body = UserCodec.encode(invited.user())
                .with("invitation_code", Json.of(invited.code()))
                .with("code_ends_at", Json.of(invited.until().toString()));
        return Reply.created(body, PATH + invited.user().id().handle()).once();
    }

    private Reply change(Call call) {
        boolean enabled = Fields.of(call.body()).flag("enabled");
        return Reply.ok(UserCodec.encode(users.enable(handle(call), enabled, call.act())));
    }

    private Reply sessions(Call call) {
        return Reply.items(sessions.of(user(call)).stream().map(SessionJson::of).toList());
    }

    private Reply signOut(Call call) {
        users.signOutEverywhere(handle(call), call.act());
        return Reply.done();
    }

    private User user(Call call) {
        return users.find(handle(call))
                .orElseThrow(() -> new FailureException(new Failure.NotFound("user", handle(call))));
    }

    private static String handle(Call call) {
        return call.path("user_id");
    }
}
