package dev.quarterdeck.local;

import dev.quarterdeck.kernel.Members;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** The roles by which an account is entered. */
final class RoleOptions {
    @Option(
            names = "--role",
            order = 10,
            paramLabel = "ARN",
            description = "the role that the hub assumes (default: quarterdeck-read)")
    Optional<String> role = Optional.empty();

    @Option(
            names = "--session-seconds",
            order = 11,
            paramLabel = "N",
            description = "how long its sessions last, 900 to 43200 (default: 3600)")
    private OptionalLong session = OptionalLong.empty();

    @Option(
            names = "--act-role",
            order = 12,
            paramLabel = "FAMILY=ARN",
            description =
                    "a role to act through: network, storage, identity, compute, database or logging; can be repeated")
    private Map<String, String> act = new LinkedHashMap<>();

    @Option(
            names = "--revoker-role",
            order = 13,
            paramLabel = "ARN",
            description = "the role quarterdeck-revoke, by which sessions are ended in an emergency")
    private Optional<String> revoker = Optional.empty();

    boolean given() {
        return role.isPresent() || session.isPresent() || !act.isEmpty() || revoker.isPresent();
    }

    Members json() {
        var members = new Members().put("kind", "role").maybe("role_arn", role);
        session.ifPresent(seconds -> members.put("session_seconds", seconds));
        members.maybe("revoker_role_arn", revoker);
        return act.isEmpty() ? members : members.put("act_roles", act);
    }
}
