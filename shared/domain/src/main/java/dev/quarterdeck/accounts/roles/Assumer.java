package dev.quarterdeck.accounts.roles;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.kernel.Arn;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who assumes the accounts' roles: {@code principal} is what their trust policies must name, and nobody else. */
public record Assumer(Kind kind, Partition partition, AccountId account, String principal, Optional<String> orgId) {
    private static final Pattern SESSION =
            Pattern.compile("arn:[^:]+:sts::(?<account>\\d{12}):assumed-role/(?<role>[^/]+)/.+");
    private static final Pattern ROLE = Pattern.compile("arn:[^:]+:iam::(?<account>\\d{12}):role/(.+/)?(?<role>[^/]+)");

    /** What stands behind the principal. */
    public enum Kind {
        /** The hub's own role, which does nothing else. */
        BROKER,
        /** Whoever's credentials the hub was started with. */
        PERSON
    }

    /** From the ARN that AWS knows the caller by. */
    public static Assumer of(Kind kind, String principal, Optional<String> orgId) {
        Arn arn = Arn.parse(principal)
                .orElseThrow(() -> new IllegalArgumentException("not a principal's ARN: '%s'".formatted(principal)));
        return new Assumer(kind, Partition.of(arn.partition()), new AccountId(arn.account()), principal, orgId);
    }

    public boolean isBroker() {
        return kind == Kind.BROKER;
    }

    /** Whether its own credentials are a session's: then no role it assumes lasts longer than an hour. */
    public boolean chains() {
        return principal.contains(":role/") || principal.contains(":assumed-role/");
    }

    /** Whether a trust policy that names this principal names us: for a session, its role's name will do. */
    boolean isNamedBy(String named) {
        return named.equals(principal) || isSessionOf(named);
    }

    /** A whole account lets in everyone there who may assume roles; on a laptop that is the usual and a debt. */
    boolean isOwnAccount(String named) {
        return named.equals(account.value()) || named.equals("arn:%s:iam::%s:root".formatted(partition, account));
    }

    private boolean isSessionOf(String named) {
        Matcher session = SESSION.matcher(principal);
        Matcher role = ROLE.matcher(named);
        return session.matches()
                && role.matches()
                && session.group("account").equals(role.group("account"))
                && session.group("role").equals(role.group("role"));
    }
}
