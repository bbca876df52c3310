package dev.quarterdeck.accounts.roles;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.ActFamily;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.RoleArn;

/** The names of what the hub asks owners to make. */
public final class RoleNames {
    public static final String READ = "quarterdeck-read";
    public static final String REVOKER = Connection.ByRole.REVOKER;
    public static final String BOUNDARY = "quarterdeck-boundary";

    /** The tag of a role that says which version of the hub's policies it was made with. */
    public static final String VERSION_TAG = "quarterdeck:policy-version";

    /** What the hub's sessions are called begins so. */
    public static final String SESSION_PREFIX = "quarterdeck-";

    /** Whom the broker says it acts for; trust policies ask for it. */
    public static final String SOURCE_IDENTITY = "quarterdeck";

    private RoleNames() {}

    public static String act(ActFamily family) {
        return "quarterdeck-act-" + family.word();
    }

    public static RoleArn read(Partition partition, AccountId account) {
        return RoleArn.of(partition, account, READ);
    }

    public static String boundary(Partition partition, AccountId account) {
        return "arn:%s:iam::%s:policy/%s".formatted(partition, account, BOUNDARY);
    }
}
