package dev.quarterdeck.edge.identity;

import dev.quarterdeck.edge.Call;
import dev.quarterdeck.edge.Paging;
import dev.quarterdeck.edge.Reply;
import dev.quarterdeck.edge.Route;
import dev.quarterdeck.identity.ApiKey;
import dev.quarterdeck.identity.ApiKeyCodec;
import dev.quarterdeck.identity.ApiKeys;
import dev.quarterdeck.identity.Cidr;
import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The keys of machines: made with a part of one's own rights, listed without their secret, revoked. */
public final class KeysApi {
    private static final long DEFAULT_DAYS = 30;

    private final ApiKeys keys;
    private final Paging paging;

    public KeysApi(ApiKeys keys, Paging paging) {
        this.keys = keys;
        this.paging = paging;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("listKeys", this::list), Route.of("mintKey", this::mint), Route.of("revokeKey", this::revoke));
    }

    private Reply list(Call call) {
        var listed = keys.all(paging.from(call));
        return paging.reply(
                call, listed.keys().stream().map(ApiKeyCodec::encode).toList(), listed.next());
    }

    private Reply mint(Call call) {
        var minted = keys.mint(wish(Fields.of(call.body())), call.act());
        Json.Obj body = ApiKeyCodec.encode(minted.key()).with("key", Json.of(minted.text()));
        return Reply.created(body, "/api/keys/" + minted.key().id()).once();
    }

    private Reply revoke(Call call) {
        return Reply.ok(ApiKeyCodec.encode(keys.revoke(call.path("key_id"), call.act())));
    }

    private static ApiKeys.Wish wish(Fields body) {
        var permissions = Set.copyOf(body.texts("permissions", Permission::parse));
        return new ApiKeys.Wish(
                body.text("label"),
                new ApiKey.Grant(permissions, body.maybeText("from", Cidr::new)),
                Duration.ofDays(body.maybeWhole("days").orElse(DEFAULT_DAYS)));
    }
}
