package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.identity.access.RuleCodec;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;

/** API keys as JSON: over the API without what is kept of their secret, in the table with it. */
public final class ApiKeyCodec {
    private ApiKeyCodec() {}

    public static Json.Obj encode(ApiKey key) {
        return members(key).json();
    }

    static Json.Obj encodeWhole(ApiKey key) {
        return members(key)
                .put("iss", key.owner().issuer())
                .put("sub", key.owner().subject())
                .put("pepper", key.hash().pepper())
                .put("hmac", key.hash().hmac())
                .json();
    }

    static ApiKey decode(Json.Obj json) {
        var fields = Fields.of(json);
        return new ApiKey(
                fields.text("key_id"),
                new UserId(fields.text("iss"), fields.text("sub")),
                fields.text("label"),
                new ApiKey.Grant(RuleCodec.permissions(fields), fields.maybeText("from", Cidr::new)),
                new ApiKey.Life(
                        fields.instant("made_at"),
                        fields.instant("ends_at"),
                        fields.maybeInstant("last_used"),
                        fields.maybeInstant("revoked_at")),
                new ApiKey.Hash(fields.text("pepper"), fields.text("hmac")));
    }

    private static Members members(ApiKey key) {
        return new Members()
                .put("key_id", key.id())
                .put("user_id", key.owner().handle())
                .put("label", key.label())
                .put(
                        "permissions",
                        key.grant().permissions().stream()
                                .map(Permission::text)
                                .sorted()
                                .toList())
                .maybe("from", key.grant().from().map(Cidr::text))
                .put("made_at", key.life().made())
                .put("ends_at", key.life().end())
                .maybeAt("last_used", key.life().lastUsed())
                .maybeAt("revoked_at", key.life().revoked());
    }
}
