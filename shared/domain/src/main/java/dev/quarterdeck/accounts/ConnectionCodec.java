package dev.quarterdeck.accounts;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Malformed;
import dev.quarterdeck.kernel.Members;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Connections as JSON; {@code kind} says which. */
final class ConnectionCodec {
    static final String ROLE = "role";
    static final String PROFILE = "profile";
    static final String KEYS = "keys";

    private ConnectionCodec() {}

    static Members encode(Connection connection) {
        return switch (connection) {
            case Connection.ByRole role -> role(role);
            case Connection.ByProfile(var profile) ->
                new Members().put("kind", PROFILE).put("profile", profile);
            case Connection.ByKeys(var id) -> new Members().put("kind", KEYS).put("access_key_id", id);
        };
    }

    static Connection decode(Fields fields) {
        return switch (fields.text("kind")) {
            case ROLE -> role(fields);
            case PROFILE -> fields.text("profile", Connection.ByProfile::new);
            case KEYS -> fields.text("access_key_id", Connection.ByKeys::new);
            case String other -> throw new Malformed("/connection/kind", "is not known: '%s'".formatted(other));
        };
    }

    private static Members role(Connection.ByRole role) {
        var act = new TreeMap<String, String>();
        role.act().forEach((family, arn) -> act.put(family.word(), arn.toString()));
        return new Members()
                .put("kind", ROLE)
                .put("role_arn", role.read().toString())
                .put("external_id", role.externalIds().current().value())
                .maybe("next_external_id", role.externalIds().next().map(ExternalId::value))
                .put("session_seconds", role.session().toSeconds())
                .put("act_roles", act)
                .maybe("revoker_role_arn", role.revoker().map(RoleArn::toString));
    }

    private static Connection role(Fields fields) {
        return new Connection.ByRole(
                fields.text("role_arn", RoleArn::of),
                new ExternalIds(
                        fields.text("external_id", ExternalId::new),
                        fields.maybeText("next_external_id", ExternalId::new)),
                Duration.ofSeconds(fields.whole("session_seconds")),
                actRoles(fields),
                fields.maybeText("revoker_role_arn", RoleArn::of));
    }

    private static SortedMap<ActFamily, RoleArn> actRoles(Fields fields) {
        var act = new TreeMap<ActFamily, RoleArn>();
        fields.maybeObject("act_roles")
                .ifPresent(roles -> roles.json()
                        .members()
                        .keySet()
                        .forEach(word -> act.put(ActFamily.of(word), roles.text(word, RoleArn::of))));
        return act;
    }
}
