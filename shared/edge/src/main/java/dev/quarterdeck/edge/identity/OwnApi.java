package dev.quarterdeck.edge.identity;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Cookies;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.Access;
import dev.quarterdeck.identity.Act;
import dev.quarterdeck.identity.OwnAccount;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/** One's own way to sign in to this hub itself: the password, the authenticator. It takes a fresh sign-in. */
public final class OwnApi {
    private final OwnAccount own;
    private final Access access;
    private final Cookies cookies;

    public OwnApi(OwnAccount own, Access access, Cookies cookies) {
        this.own = own;
        this.access = access;
        this.cookies = cookies;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("changePassword", this::password),
                Route.of("beginAuthenticator", this::begin),
                Route.of("confirmAuthenticator", this::confirm));
    }

    private Reply password(Call call) {
        Fields body = Fields.of(call.body());
        own.changePassword(body.text("old_password"), body.text("new_password"), careful(call));
        return Reply.done().with("Set-Cookie", cookies.clear());
    }

    private Reply begin(Call call) {
        var enrolment = own.begin(careful(call));
        return Reply.ok(new Members()
                        .put("secret", enrolment.secret())
                        .put("uri", enrolment.uri())
                        .json())
                .once();
    }

    private Reply confirm(Call call) {
        if (!own.confirm(Fields.of(call.body()).text("code"), careful(call))) {
            throw new FailureException(Failure.invalid("/code", "is wrong, or was used already"));
        }
        return Reply.done();
    }

    private Act careful(Call call) {
        return access.ownWithCare(call.caller(), call.origin());
    }
}
