package dev.quarterdeck.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which accounts, and with whose credentials. Without any: the account of the default credentials. */
final class AccountOptions {
    /** Every new account of an organization has it; others are named. */
    static final String USUAL_ROLE = "OrganizationAccountAccessRole";

    /** A role, and the external id that its trust asks for. */
    static final class RoleOption {
        @Option(
                names = "--role-arn",
                required = true,
                paramLabel = "ARN",
                description = "the account of this role; may be given again")
        String arn = "";

        @Option(
                names = "--external-id",
                paramLabel = "ID",
                description = "what the trust of the role before it asks for")
        @Nullable
        String externalId;
    }

    @Option(
            names = "--profile",
            order = 1,
            paramLabel = "NAME",
            description =
                    "the account of this AWS profile; may be given again. With roles: whose they are assumed with")
    List<String> profiles = new ArrayList<>();

    @ArgGroup(exclusive = false, multiplicity = "0..*", order = 2)
    List<RoleOption> roles = new ArrayList<>();

    @Option(names = "--org", order = 3, description = "all accounts of the caller's organization")
    boolean organization;

    @Option(
            names = "--role-name",
            order = 4,
            paramLabel = "NAME",
            description =
                    "the role to assume in accounts that --org or --accounts name by id (default: " + USUAL_ROLE + ")")
    Optional<String> roleName = Optional.empty();

    @Option(
            names = "--ou",
            order = 5,
            split = ",",
            paramLabel = "ID",
            description = "with --org: only what is in or below this organizational unit")
    List<String> units = new ArrayList<>();

    @Option(
            names = "--exclude",
            order = 6,
            split = ",",
            paramLabel = "ACCOUNT",
            description = "with --org or --accounts: leave these accounts out")
    List<String> excluded = new ArrayList<>();

    @Option(
            names = "--accounts",
            order = 7,
            paramLabel = "FILE",
            description = "the accounts in a file: on each line an account id, a role's ARN, or a JSON object with"
                    + " account_id or role_arn, and external_id and name; or comma-separated values under these names")
    Optional<Path> file = Optional.empty();

    boolean throughRoles() {
        return organization || file.isPresent() || !roles.isEmpty();
    }
}
