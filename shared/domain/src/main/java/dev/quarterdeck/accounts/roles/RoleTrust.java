package dev.quarterdeck.accounts.roles;

import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The trust policy of a role: who may assume it, and on what conditions. */
public record RoleTrust(Json.Obj document) {
    private static final String ASSUME = "sts:AssumeRole";
    private static final String EXTERNAL_ID = "sts:ExternalId";
    private static final String ORGANIZATION = "aws:PrincipalOrgID";

    /**
     * What the hub asks for: its principal by name, the external id (while it is being changed, either of the two), its
     * organization if the account shares it, and session names that can be told from others in CloudTrail.
     */
    public static RoleTrust of(Assumer assumer, ExternalIds ids, Optional<String> sharedOrgId) {
        Json current = Json.of(ids.current().value());
        Json accepted = ids.next()
                .<Json>map(next -> Json.of(List.of(current, Json.of(next.value()))))
                .orElse(current);
        return asking(assumer, accepted, sharedOrgId);
    }

    /** The same with whatever a template's language writes for the external ids. */
    public static RoleTrust asking(Assumer assumer, Json externalIds, Optional<String> sharedOrgId) {
        var enter = statement("QuarterdeckEnters", assumer, ASSUME)
                .put("Condition", conditions(assumer, externalIds, sharedOrgId));
        var statements = assumer.isBroker() ? List.of(enter.json(), sourceIdentity(assumer)) : List.of(enter.json());
        return new RoleTrust(new Members()
                .put("Version", "2012-10-17")
                .put("Statement", Json.of(statements))
                .json());
    }

    private static Members conditions(Assumer assumer, Json externalIds, Optional<String> sharedOrgId) {
        var equal = new Members().put(EXTERNAL_ID, externalIds).maybe(ORGANIZATION, sharedOrgId);
        var like = new Members().put("sts:RoleSessionName", RoleNames.SESSION_PREFIX + "*");
        if (assumer.isBroker()) {
            like.put("sts:SourceIdentity", RoleNames.SOURCE_IDENTITY);
        }
        return new Members().put("StringEquals", equal).put("StringLike", like);
    }

    /** Apart, since the external id is a condition of the other action only. */
    private static Json.Obj sourceIdentity(Assumer assumer) {
        return statement("QuarterdeckSaysWhoItIs", assumer, "sts:SetSourceIdentity")
                .put(
                        "Condition",
                        new Members()
                                .put("StringLike", new Members().put("sts:SourceIdentity", RoleNames.SOURCE_IDENTITY)))
                .json();
    }

    private static Members statement(String sid, Assumer assumer, String action) {
        return new Members()
                .put("Sid", sid)
                .put("Effect", "Allow")
                .put("Principal", new Members().put("AWS", assumer.principal()))
                .put("Action", action);
    }

    /** What the policy comes to for this assumer. */
    public Reading read(Assumer assumer) {
        var enters = PolicyStatement.of(document).stream()
                .filter(statement -> statement.allows() && statement.concerns(ASSUME))
                .toList();
        var others = new TreeSet<String>();
        boolean named = false;
        boolean account = false;
        boolean asked = !enters.isEmpty();
        for (PolicyStatement enter : enters) {
            asked &= !enter.mustEqual(EXTERNAL_ID).isEmpty();
            for (String principal : enter.principals()) {
                named |= assumer.isNamedBy(principal);
                account |= assumer.isOwnAccount(principal);
                if (!assumer.isNamedBy(principal) && !assumer.isOwnAccount(principal)) {
                    others.add(principal);
                }
            }
        }
        return new Reading(named, account, others, asked);
    }

    /**
     * Whether it names the hub's principal, or its whole account; whom else it names ({@code *} for everybody); and
     * whether each way in asks for an external id.
     */
    public record Reading(boolean named, boolean account, SortedSet<String> others, boolean asksExternalId) {
        public Reading {
            others = new TreeSet<>(others);
        }

        /** The hub's principal and nobody else. */
        public boolean exact() {
            return named && !account && others.isEmpty();
        }

        public boolean everyone() {
            return others.contains("*");
        }
    }
}
