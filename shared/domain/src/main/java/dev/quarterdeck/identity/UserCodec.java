package dev.quarterdeck.identity;

import dev.quarterdeck.identity.access.GroupId;
import dev.quarterdeck.identity.access.UserId;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Set;

/** Users as JSON: in the table and over the API. */
public final class UserCodec {
    private UserCodec() {}

    public static Json.Obj encode(User user) {
        return new Members()
                .put("user_id", user.id().handle())
                .put("iss", user.id().issuer())
                .put("sub", user.id().subject())
                .put("name", user.name())
                .maybe("email", user.email())
                .put(
                        "groups",
                        user.groups().stream().map(GroupId::name).sorted().toList())
                .put("enabled", user.enabled())
                .put("generation", user.generation())
                .json();
    }

    static User decode(Json.Obj json) {
        var fields = Fields.of(json);
        String issuer = fields.text("iss");
        return new User(
                new UserId(issuer, fields.text("sub")),
                fields.text("name"),
                fields.maybeText("email"),
                Set.copyOf(fields.texts("groups", name -> new GroupId(issuer, name))),
                fields.flag("enabled"),
                fields.whole("generation"));
    }
}
