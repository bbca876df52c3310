package dev.quarterdeck.accounts.connect;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.roles.RoleNames;
import dev.quarterdeck.credentials.Secret;
import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Malformed;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads how an account is to be connected; {@code kind} says which members there are. */
final class LinkReader {
    private static final long HOUR = 3600;
    private static final String REVOKER = "revoker_role_arn";

    private LinkReader() {}

    static Link read(Fields fields, Partition partition, AccountId id) {
        return switch (fields.text("kind")) {
            case "role" -> role(fields, partition, id);
            case "profile" -> {
                fields.only(Set.of("kind", "profile"));
                yield new Link.ByProfile(fields.text("profile", Connection.ByProfile::new));
            }
            case "keys" -> {
                fields.only(Set.of("kind", "access_key_id", "secret_access_key"));
                yield new Link.ByKeys(
                        fields.text("access_key_id", Connection.ByKeys::new),
                        fields.text("secret_access_key", LinkReader::secret));
            }
            case String _ -> throw new Malformed("/connection/kind", "must be role, profile or keys");
        };
    }

    static Optional<RoleArn> role(Fields fields) {
        return fields.maybeText("role_arn", RoleArn::of);
    }

    private static Link role(Fields fields, Partition partition, AccountId id) {
        fields.only(Set.of("kind", "role_arn", "session_seconds", "act_roles", REVOKER));
        RoleArn read = role(fields).orElseGet(() -> RoleNames.read(partition, id));
        Duration session =
                Duration.ofSeconds(fields.maybeWhole("session_seconds").orElse(HOUR));
        SortedMap<ActFamily, RoleArn> act = act(fields);
        Optional<RoleArn> revoker = fields.maybeText(REVOKER, RoleArn::of);
        try {
            return new Link.ByRole(read, session, act, revoker);
        } catch (IllegalArgumentException e) {
            throw new Malformed("/connection", String.valueOf(e.getMessage()));
        }
    }

    private static SortedMap<ActFamily, RoleArn> act(Fields fields) {
        var act = new TreeMap<ActFamily, RoleArn>();
        fields.maybeObject("act_roles")
                .ifPresent(roles -> roles.json()
                        .members()
                        .keySet()
                        .forEach(word -> act.put(roles.make(() -> ActFamily.of(word)), roles.text(word, RoleArn::of))));
        return act;
    }

    /** The message of a refusal must not quote it. */
    private static Secret<String> secret(String text) {
        if (!text.matches("[A-Za-z0-9/+=]{16,128}")) {
            throw new IllegalArgumentException("must be a secret access key as AWS showed it");
        }
        return Secret.of(text);
    }
}
