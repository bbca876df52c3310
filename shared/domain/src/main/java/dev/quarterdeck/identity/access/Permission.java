package dev.quarterdeck.identity.access;

import static dev.quarterdeck.identity.access.Permission.Care.CHANGE;
import static dev.quarterdeck.identity.access.Permission.Care.PERSONAL;
import static dev.quarterdeck.identity.access.Permission.Care.READ;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Everything that can be permitted, the one list. Routes, roles and API keys name these strings. */
public enum Permission {
    ACCOUNT_READ("account:read", READ),
    ACCOUNT_CONNECT("account:connect", CHANGE),
    ACCOUNT_UPDATE("account:update", CHANGE),
    ACCOUNT_VALIDATE("account:validate", CHANGE),
    ACCOUNT_DELETE("account:delete", CHANGE),
    ACCOUNT_IMPORT("account:import", CHANGE),
    ACCOUNT_EXPORT("account:export", READ),
    ORGANIZATION_READ("organization:read", READ),
    ORGANIZATION_CONNECT("organization:connect", CHANGE),
    RESOURCE_READ("resource:read", READ),
    VIEW_SHARE("view:share", CHANGE),
    SCAN_READ("scan:read", READ),
    SCAN_RUN("scan:run", CHANGE),
    CREDENTIAL_READ("credential:read", READ),
    CREDENTIAL_ROTATE("credential:rotate", CHANGE),
    CREDENTIAL_REVOKE("credential:revoke", CHANGE),
    CREDENTIAL_REVEAL("credential:reveal", PERSONAL),
    PLAN_READ("plan:read", READ),
    PLAN_CREATE("plan:create", CHANGE),
    PLAN_APPROVE_R2("plan:approve:r2", PERSONAL),
    PLAN_APPROVE_R3("plan:approve:r3", PERSONAL),
    PLAN_APPROVE_R4("plan:approve:r4", PERSONAL),
    USER_READ("user:read", READ),
    USER_MANAGE("user:manage", PERSONAL),
    ROLE_READ("role:read", READ),
    ROLE_MANAGE("role:manage", PERSONAL),
    BINDING_READ("binding:read", READ),
    BINDING_MANAGE("binding:manage", PERSONAL),
    SESSION_READ("session:read", READ),
    SESSION_REVOKE("session:revoke", CHANGE),
    KEY_READ("key:read", READ),
    KEY_MINT("key:mint", PERSONAL),
    KEY_REVOKE("key:revoke", CHANGE),
    AUDIT_READ("audit:read", READ),
    AUDIT_EXPORT("audit:export", READ),
    METRICS_READ("metrics:read", READ);

    /** How much care a permission needs, from little to much. */
    public enum Care {
        /** Changes nothing: a decision may rest on rules that are up to ten seconds old. */
        READ,
        CHANGE,
        /** Needs a sign-in within the last five minutes, and is never given to an API key. */
        PERSONAL
    }

    private static final Map<String, Permission> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Permission::text, Function.identity()));

    private final String text;
    private final Care care;

    Permission(String text, Care care) {
        this.text = text;
        this.care = care;
    }

    public String text() {
        return text;
    }

    public boolean reads() {
        return care == Care.READ;
    }

    public boolean needsFreshSignIn() {
        return care == Care.PERSONAL;
    }

    public boolean fitsKeys() {
        return care != Care.PERSONAL;
    }

    public static Optional<Permission> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    /** The permission of that text; there must be one. */
    public static Permission parse(String text) {
        return of(text).orElseThrow(() -> new IllegalArgumentException("there is no permission '%s'".formatted(text)));
    }

    @Override
    public String toString() {
        return text;
    }
}
