package dev.quarterdeck.accounts;

import java.util.regex.Pattern;

/**
 * An account's place in an organization: the unit or root it is in, and that unit's path as AWS writes it
 * ({@code o-x/r-y/ou-z/}).
 */
public record Membership(String orgId, String ouId, String ouPath, boolean management) {
    private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{10,32}");
    private static final Pattern UNIT = Pattern.compile("r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}");

    public Membership {
        if (!ORGANIZATION.matcher(orgId).matches()) {
            throw new IllegalArgumentException(
                    "organization must look like o-a1b2c3d4e5: '%s'".formatted(Visible.text(orgId)));
        }
        if (!UNIT.matcher(ouId).matches()) {
            throw new IllegalArgumentException(
                    "unit must look like ou-ab12-cdefghij or r-ab12: '%s'".formatted(Visible.text(ouId)));
        }
        if (!ouPath.startsWith(orgId + "/") || !ouPath.endsWith("/") || ouPath.length() > 400) {
            throw new IllegalArgumentException(
                    "path must lead from the organization to the unit: '%s'".formatted(Visible.text(ouPath)));
        }
    }
}
