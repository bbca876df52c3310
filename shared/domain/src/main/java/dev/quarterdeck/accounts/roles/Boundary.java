package dev.quarterdeck.accounts.roles;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/**
 * The permissions boundary of every act role: whatever policy somebody attaches, it can change neither the hub's own
 * roles nor anybody's rights, nor put out the lights, nor leave the account.
 */
public final class Boundary {
    private static final List<String> RIGHTS = List.of(
            "iam:Add*",
            "iam:Attach*",
            "iam:Create*",
            "iam:DeleteRolePermissionsBoundary",
            "iam:DeleteUserPermissionsBoundary",
            "iam:PassRole",
            "iam:Put*",
            "iam:SetDefaultPolicyVersion",
            "iam:UpdateAssumeRolePolicy");
    private static final List<String> LIGHTS = List.of(
            "cloudtrail:Delete*",
            "cloudtrail:PutEventSelectors",
            "cloudtrail:PutInsightSelectors",
            "cloudtrail:StopLogging",
            "cloudtrail:UpdateTrail",
            "config:Delete*",
            "config:StopConfigurationRecorder",
            "guardduty:Delete*",
            "guardduty:UpdateDetector");
    private static final List<String> KEYS =
            List.of("kms:DeleteImportedKeyMaterial", "kms:DisableKey", "kms:PutKeyPolicy", "kms:ScheduleKeyDeletion");
    private static final List<String> AWAY = List.of("account:*", "organizations:*", "sts:AssumeRole*");

    private Boundary() {}

    public static Json.Obj document() {
        var own = List.of("arn:*:iam::*:role/quarterdeck-*", "arn:*:iam::*:policy/quarterdeck-*");
        return new Members()
                .put("Version", "2012-10-17")
                .put(
                        "Statement",
                        Json.of(List.of(
                                statement("WhatItsPolicySays", "Allow", List.of("*"), List.of("*")),
                                statement("NeverTheHubItself", "Deny", List.of("iam:*"), own),
                                statement("NeverAnybodysRights", "Deny", RIGHTS, List.of("*")),
                                statement("NeverTheLights", "Deny", LIGHTS, List.of("*")),
                                statement("NeverKeys", "Deny", KEYS, List.of("*")),
                                statement("NeverElsewhere", "Deny", AWAY, List.of("*")))))
                .json();
    }

    private static Json.Obj statement(String sid, String effect, List<String> actions, List<String> resources) {
        return new Members()
                .put("Sid", sid)
                .put("Effect", effect)
                .put("Action", actions)
                .put("Resource", resources)
                .json();
    }
}
