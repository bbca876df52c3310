package dev.quarterdeck.accounts.rotation;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.ExternalId;
import dev.quarterdeck.accounts.ExternalIds;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.organization.Joined;
import dev.quarterdeck.accounts.organization.Organizations;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Use case: change the seed from which the external ids of an organization's accounts follow. The first update of the
 * StackSet lets every role accept both; then each account is switched as soon as the new id opens its roles; when all
 * are, the new seed is the only one, and a second update takes the old one from the roles. It may stop anywhere: every
 * account has an id that opens it, and rotating again goes on.
 */
public final class SeedRotation {
    /** No session is made into these: they take the new id untried, so that whoever comes (back) is entered by it. */
    private static final List<Status> SHUT = List.of(Status.PENDING, Status.LEFT, Status.DELETING);

    private final Organizations organizations;
    private final Accounts accounts;
    private final ExternalIdRotation ids;
    private final Rotating rotating;

    @Inject
    public SeedRotation(Organizations organizations, Accounts accounts, ExternalIdRotation ids, Rotating rotating) {
        this.organizations = organizations;
        this.accounts = accounts;
        this.ids = ids;
        this.rotating = rotating;
    }

    /** Whether the new seed is the only one now; else whose roles do not accept it yet, and how many were not tried. */
    public record Progress(boolean done, List<AccountId> waiting, int untried) {
        public Progress {
            waiting = List.copyOf(waiting);
        }
    }

    /** Begins, or goes on with what was begun; tries {@code most} accounts at most, so that an answer comes in time. */
    public Progress rotate(int most, Attribution by) {
        Joined organization = begun(by);
        ExternalId fresh = organization.seeds().next().orElseThrow();
        Map<Status, List<AccountId>> old = old(organization);
        old.values().forEach(some -> some.forEach(id -> ids.expect(id, ExternalId.of(fresh, id), by)));
        List<AccountId> active = old.getOrDefault(Status.ACTIVE, List.of());
        int tried = Math.min(most, active.size());
        var waiting = new ArrayList<>(old.getOrDefault(Status.PAUSED, List.of()));
        for (AccountId id : active.subList(0, tried)) {
            if (!(rotating.rotate(id, by) instanceof Rotated.Done)) {
                waiting.add(id);
            }
        }
        boolean done = waiting.isEmpty() && tried == active.size();
        if (done) {
            SHUT.stream()
                    .flatMap(status -> old.getOrDefault(status, List.of()).stream())
                    .forEach(id -> ids.take(id, ExternalId.of(fresh, id), by));
            organizations.change(organization, ExternalIds.of(fresh), by);
        }
        return new Progress(done, waiting, active.size() - tried);
    }

    /** Accounts that the old seed still opens, in no order: those that wait must not keep the others from being tried. */
    private Map<Status, List<AccountId>> old(Joined organization) {
        var old = accounts.every(new AccountFilter.Under(organization.id() + "/"))
                .filter(account -> follows(account, organization.seeds().current()))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(old);
        return old.stream()
                .collect(Collectors.groupingBy(
                        account -> account.standing().status(), Collectors.mapping(Account::id, Collectors.toList())));
    }

    private Joined begun(Attribution by) {
        Joined organization = organizations.connected();
        ExternalIds seeds = organization.seeds();
        return seeds.next().isPresent()
                ? organization
                : organizations.change(
                        organization,
                        new ExternalIds(seeds.current(), Optional.of(ExternalId.random(new SecureRandom()))),
                        by);
    }

    /** Whether it is entered with the id that follows from the seed, and not with one of its own. */
    private static boolean follows(Account account, ExternalId seed) {
        return account.connection() instanceof Connection.ByRole role
                && role.externalIds().current().equals(ExternalId.of(seed, account.id()));
    }
}
