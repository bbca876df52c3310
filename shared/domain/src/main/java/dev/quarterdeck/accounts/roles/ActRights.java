package dev.quarterdeck.accounts.roles;

import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.List;

/** What the act role of a family may change: what can be undone exactly, and nothing that destroys. */
public final class ActRights {
    private ActRights() {}

    public static Json.Obj document(ActFamily family) {
        var statement = new Members()
                .put("Sid", "ChangeWhatCanBeUndone")
                .put("Effect", "Allow")
                .put("Action", actions(family))
                .put("Resource", "*");
        return new Members()
                .put("Version", "2012-10-17")
                .put("Statement", Json.of(List.of(statement.json())))
                .json();
    }

    private static List<String> actions(ActFamily family) {
        return switch (family) {
            case NETWORK -> List.of("ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress");
            case STORAGE ->
                List.of(
                        "ec2:ModifyVolume",
                        "s3:PutBucketPublicAccessBlock",
                        "s3:PutBucketVersioning",
                        "s3:PutEncryptionConfiguration",
                        "s3:PutLifecycleConfiguration");
            case IDENTITY -> List.of("iam:UpdateAccessKey", "iam:UpdateAccountPasswordPolicy");
            case COMPUTE -> List.of("ec2:ModifyInstanceMetadataOptions", "ec2:StartInstances", "ec2:StopInstances");
            case DATABASE -> List.of("rds:ModifyDBInstance", "rds:StartDBInstance", "rds:StopDBInstance");
            case LOGGING -> List.of("logs:DeleteRetentionPolicy", "logs:PutRetentionPolicy");
        };
    }
}
