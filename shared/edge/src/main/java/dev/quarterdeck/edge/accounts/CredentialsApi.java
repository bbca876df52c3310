package dev.quarterdeck.edge.accounts;

import dev.quarterdeck.accounts.connect.Revealing;
import dev.quarterdeck.accounts.rotation.Revoking;
import dev.quarterdeck.accounts.rotation.Rotated;
import dev.quarterdeck.accounts.rotation.Rotating;
import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/** What accounts are entered with: changed for new, told to a person, taken back in an emergency, given again. */
final class CredentialsApi {
    private final Named named;
    private final Rotating rotating;
    private final Revoking revoking;
    private final Revealing revealing;

    CredentialsApi(Named named, Rotating rotating, Revoking revoking, Revealing revealing) {
        this.named = named;
        this.rotating = rotating;
        this.revoking = revoking;
        this.revealing = revealing;
    }

    List<Route> routes() {
        return List.of(
                named.route("rotateAccount", this::rotate),
                named.route("revealAccount", this::reveal),
                named.route("revokeAccount", call -> Reply.ok(json(revoking.revoke(Named.id(call), call.act()::did)))),
                named.route("restoreAccount", call -> Named.shown(revoking.lift(Named.id(call), call.act()::did))),
                Route.of("revokeAllAccounts", this::revokeAll));
    }

    private Reply rotate(Call call) {
        var answer = new Members().put("account_id", Named.id(call).value());
        return switch (rotating.rotate(Named.id(call), call.act()::did)) {
            case Rotated.Done(var fresh) ->
                Reply.ok(answer.put("state", "done").put("in_use", fresh).json());
            case Rotated.Waiting(var next) ->
                Reply.accepted(
                        answer.put("state", "waiting").put("waits_for", next).json());
        };
    }

    private Reply reveal(Call call) {
        Revealing.Revealed revealed = revealing.reveal(Named.id(call), call.act()::did);
        var answer = new Members()
                .put("account_id", Named.id(call).value())
                .put("access_key_id", revealed.key().accessKeyId())
                .put("secret_access_key", revealed.secret().reveal());
        return Reply.ok(answer.json()).once();
    }

    private Reply revokeAll(Call call) {
        return Reply.items(revoking.revokeAll(call.act()::did).stream()
                .map(CredentialsApi::json)
                .toList());
    }

    private static Json.Obj json(Revoking.Revoked revoked) {
        return new Members()
                .put("account_id", revoked.account().value())
                .put("at", revoked.at())
                .put("older_sessions", revoked.olderSessions().word())
                .put("agents", "stopped")
                .maybe("left", revoked.left())
                .put("deny_older_sessions", revoked.denyOlderSessions())
                .json();
    }
}
