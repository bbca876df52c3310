package dev.quarterdeck.identity.access;

import static dev.quarterdeck.identity.access.Permission.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A named set of permissions. */
public record Role(String id, String title, Set<Permission> permissions) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,62}");

    public static final Role VIEWER = new Role("viewer", "Viewer: sees everything but people", seeing());
    public static final Role OPERATOR = new Role(
            "operator",
            "Operator: connects accounts and keeps them",
            seeingAnd(
                    ACCOUNT_CONNECT,
                    ACCOUNT_UPDATE,
                    ACCOUNT_VALIDATE,
                    ACCOUNT_DELETE,
                    ACCOUNT_IMPORT,
                    ORGANIZATION_CONNECT,
                    CREDENTIAL_ROTATE,
                    SCAN_RUN,
                    VIEW_SHARE,
                    PLAN_CREATE));
    public static final Role APPROVER =
            new Role("approver", "Approver: signs plans", seeingAnd(PLAN_APPROVE_R2, PLAN_APPROVE_R3, PLAN_APPROVE_R4));
    public static final Role SECURITY_ADMIN = new Role(
            "security-admin",
            "Security administrator: people, rights, revocation, audit",
            seeingAnd(
                    CREDENTIAL_ROTATE,
                    CREDENTIAL_REVOKE,
                    USER_READ,
                    USER_MANAGE,
                    ROLE_READ,
                    ROLE_MANAGE,
                    BINDING_READ,
                    BINDING_MANAGE,
                    SESSION_READ,
                    SESSION_REVOKE,
                    KEY_READ,
                    KEY_MINT,
                    KEY_REVOKE,
                    AUDIT_READ,
                    AUDIT_EXPORT));
    public static final Role ADMIN = new Role("admin", "Administrator: everything", EnumSet.allOf(Permission.class));

    /** The roles that every hub has and that nobody can change. */
    public static final List<Role> BUILT_IN = List.of(VIEWER, OPERATOR, APPROVER, SECURITY_ADMIN, ADMIN);

    public Role {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "role id must be 2 to 63 of a-z, 0-9 and hyphen, a letter first: '%s'".formatted(id));
        }
        permissions = Set.copyOf(permissions);
    }

    public boolean builtIn() {
        return BUILT_IN.stream().anyMatch(role -> role.id.equals(id));
    }

    private static Set<Permission> seeing() {
        return EnumSet.of(
                ACCOUNT_READ,
                ACCOUNT_EXPORT,
                ORGANIZATION_READ,
                RESOURCE_READ,
                SCAN_READ,
                CREDENTIAL_READ,
                PLAN_READ,
                METRICS_READ);
    }

    private static Set<Permission> seeingAnd(Permission... more) {
        var all = seeing();
        Stream.of(more).forEach(all::add);
        return all;
    }
}
