package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Use case: connect the organization that the hub is in, or look at it again. Its accounts become known, each with an
 * external id that follows from the organization's seed; whoever joins later has one from the start.
 */
public final class Joining {
    private final Organizations organizations;
    private final OrganizationView view;
    private final AccountAccess access;
    private final Reconciling reconciling;

    @Inject
    public Joining(Organizations organizations, OrganizationView view, AccountAccess access, Reconciling reconciling) {
        this.organizations = organizations;
        this.view = view;
        this.access = access;
        this.reconciling = reconciling;
    }

    /** What was found; {@code advice} says what stands against spreading the roles, and what to do. */
    public record Look(Joined organization, int active, Reconciling.Changes changes, List<String> advice) {
        public Look {
            advice = List.copyOf(advice);
        }
    }

    public Look look(Attribution by) {
        Picture picture = picture();
        Joined organization = organizations
                .find()
                .filter(it -> it.id().equals(picture.id()))
                .orElseGet(() -> organizations.add(picture, by));
        var changes =
                reconciling.reconcile(organization, picture, access.assumer().partition(), by);
        int active =
                (int) picture.members().stream().filter(Picture.Member::active).count();
        return new Look(organization, active, changes, advice(picture));
    }

    private List<String> advice(Picture picture) {
        var advice = new ArrayList<String>();
        if (view.trustsStackSets() instanceof Asked.Got<Boolean>(var trusted) && !trusted) {
            advice.add(
                    "StackSets may not make stacks in the organization's accounts yet: activate trusted access in the"
                            + " management account with 'aws cloudformation activate-organizations-access'");
        }
        if (access.assumer().account().equals(picture.management())) {
            advice.add("The hub runs in the management account; register another account as delegated administrator"
                    + " and run it there");
        }
        return advice;
    }

    private Picture picture() {
        return switch (view.picture()) {
            case Asked.Got<Picture>(var picture) -> picture;
            case Asked.Not<Picture>(var trouble) -> throw new FailureException(failure(trouble));
        };
    }

    private Failure failure(Trouble trouble) {
        Assumer own = access.assumer();
        return switch (trouble.kind()) {
            case DENIED, BARRED ->
                new Failure.Conflict(
                        "%s may not list the organization's accounts (%s): run the hub in the management account or in one that is registered as delegated administrator"
                                .formatted(own.principal(), trouble.what()));
            case ABSENT, THROTTLED, NO_CREDENTIALS, UNSUPPORTED, FAILED ->
                trouble.what().equals("AWSOrganizationsNotInUseException")
                        ? new Failure.Conflict("account %s is in no organization".formatted(own.account()))
                        : new Failure.Unavailable(
                                "the organization cannot be read: AWS answered %s".formatted(trouble.message()));
        };
    }
}
