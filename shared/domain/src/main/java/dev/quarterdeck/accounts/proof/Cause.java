package dev.quarterdeck.accounts.proof;

import dev.quarterdeck.accounts.RoleArn;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.roles.RoleTrust;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Why AWS refuses, in sentences that say which link is broken and what mends it. */
final class Cause {
    private Cause() {}

    /** Why a role could not be assumed with the external id it should ask for. */
    static Step.Outcome.Failed ofShut(RoleArn role, Trouble trouble, Assumer assumer, RoleTrust wanted) {
        String sentence = "The hub cannot assume %s.".formatted(role);
        return switch (trouble.kind()) {
            case DENIED ->
                lacksOwnRight(trouble)
                        ? Trail.fault(
                                sentence,
                                "%s may not assume it: its own policies must allow sts:AssumeRole on this role"
                                        .formatted(assumer.principal()),
                                trouble,
                                Optional.of(allow("AssumeRoles", List.of("sts:AssumeRole"), role.toString())))
                        : Trail.fault(
                                sentence,
                                "there is no such role, or its trust policy does not let in %s with the account's external id"
                                        .formatted(assumer.principal()),
                                trouble,
                                Optional.of(wanted.document()));
            case BARRED ->
                Trail.fault(
                        sentence,
                        "the organization's policy %s forbids it to everyone".formatted(trouble.what()),
                        trouble,
                        Optional.empty());
            case NO_CREDENTIALS ->
                Trail.fault(
                        sentence,
                        "the hub's own credentials do not work (%s)".formatted(trouble.what()),
                        trouble,
                        Optional.empty());
            case ABSENT, THROTTLED, UNSUPPORTED, FAILED ->
                Trail.fault(sentence, "AWS answered %s".formatted(trouble.what()), trouble, Optional.empty());
        };
    }

    /** Why a profile or a key does not open the account. */
    static Step.Outcome.Failed ofBadCredentials(String what, Trouble trouble) {
        return Trail.fault(
                "The hub cannot sign in with %s.".formatted(what),
                "its credentials are missing, expired, disabled or wrong (%s)".formatted(trouble.what()),
                trouble,
                Optional.empty());
    }

    /** Why something could not be read: the missing action is what to add. */
    static Step.Outcome.Failed ofUnread(String sentence, String action, Trouble trouble) {
        return switch (trouble.kind()) {
            case DENIED ->
                Trail.fault(
                        sentence,
                        "the role lacks %s".formatted(action),
                        trouble,
                        Optional.of(allow("Read", List.of(action), "*")));
            case BARRED ->
                Trail.fault(
                        sentence,
                        "the organization's policy %s forbids it".formatted(trouble.what()),
                        trouble,
                        Optional.empty());
            case ABSENT, THROTTLED, NO_CREDENTIALS, UNSUPPORTED, FAILED ->
                Trail.fault(sentence, "AWS answered %s".formatted(trouble.what()), trouble, Optional.empty());
        };
    }

    static Json.Obj allow(String sid, Collection<String> actions, String resource) {
        return new Members()
                .put("Sid", sid)
                .put("Effect", "Allow")
                .put("Action", actions)
                .put("Resource", resource)
                .json();
    }

    /** AWS says which of the two policies is silent, where it says anything. */
    private static boolean lacksOwnRight(Trouble trouble) {
        return trouble.message().contains("no identity-based policy allows");
    }
}
