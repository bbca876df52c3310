package dev.quarterdeck.accounts.organization;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountFilter;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Accounts;
import dev.quarterdeck.accounts.Attribution;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Description;
import dev.quarterdeck.accounts.Membership;
import dev.quarterdeck.accounts.Partition;
import dev.quarterdeck.accounts.Placement;
import dev.quarterdeck.accounts.Register;
import dev.quarterdeck.accounts.Register.Deed;
import dev.quarterdeck.accounts.Revision;
import dev.quarterdeck.accounts.Saved;
import dev.quarterdeck.accounts.Standing;
import dev.quarterdeck.accounts.Status;
import dev.quarterdeck.accounts.roles.RoleNames;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Use case: bring what the hub knows of an organization's accounts in line with what AWS lists. */
public final class Reconciling {
    private static final String ACTION = "organization:sync";

    private final Register register;
    private final Accounts accounts;
    private final Clock clock;

    @Inject
    public Reconciling(Register register, Accounts accounts, Clock clock) {
        this.register = register;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Which accounts came, went, and were put elsewhere since the last time. */
    public record Changes(List<AccountId> joined, List<AccountId> left, List<AccountId> moved) {
        public Changes {
            joined = List.copyOf(joined);
            left = List.copyOf(left);
            moved = List.copyOf(moved);
        }
    }

    Changes reconcile(Joined organization, Picture picture, Partition partition, Attribution by) {
        var joined = new ArrayList<AccountId>();
        var moved = new ArrayList<AccountId>();
        for (Picture.Member member : picture.members()) {
            if (member.active()) {
                Optional<Account> known = accounts.find(member.id());
                if (known.isEmpty()) {
                    add(organization, member, partition, by);
                    joined.add(member.id());
                } else if (place(known.get(), member.place(), by)) {
                    moved.add(member.id());
                }
            }
        }
        return new Changes(joined, leave(organization, picture, by), moved);
    }

    /** Names are the hub's own and unique; in an organization two accounts may have the same. */
    private void add(Joined organization, Picture.Member member, Partition partition, Attribution by) {
        Account account = fresh(organization, member, partition);
        Saved saved = register.offer(account, Deed.of(ACTION, by));
        if (saved instanceof Saved.NameTaken(var name)) {
            saved = register.offer(
                    account.with(Description.named("%s (%s)".formatted(name, member.id()))), Deed.of(ACTION, by));
        }
        if (!(saved instanceof Saved.AccountTaken)) {
            Register.settle(saved);
        }
    }

    private Account fresh(Joined organization, Picture.Member member, Partition partition) {
        Instant now = clock.instant();
        var role =
                Connection.ByRole.reading(RoleNames.read(partition, member.id()), organization.externalId(member.id()));
        return new Account(
                member.id(),
                description(member),
                Placement.in(partition).in(member.place()),
                role,
                Standing.fresh(now),
                Revision.first(now));
    }

    private static Description description(Picture.Member member) {
        String name = member.name().replaceAll("[\\p{Cc}\\p{Cf}]", " ").strip();
        return Description.named(name.isEmpty() ? "account " + member.id() : name);
    }

    /** Whether it was somewhere else in the organization before. */
    private boolean place(Account account, Membership place, Attribution by) {
        Optional<Membership> before = account.placement().organization();
        boolean back = account.standing().status() == Status.LEFT;
        if (before.filter(place::equals).isPresent() && !back) {
            return false;
        }
        register.change(account.id(), OptionalLong.empty(), Deed.of(ACTION, by), now -> {
            Account placed = now.with(now.placement().in(place));
            return back ? placed.with(now.standing().with(Status.PENDING)) : placed;
        });
        return before.filter(old -> !old.equals(place)).isPresent();
    }

    private List<AccountId> leave(Joined organization, Picture picture, Attribution by) {
        Set<AccountId> there = picture.members().stream()
                .filter(Picture.Member::active)
                .map(Picture.Member::id)
                .collect(Collectors.toUnmodifiableSet());
        List<Account> gone = accounts.every(new AccountFilter.Under(organization.id() + "/"))
                .filter(account -> !there.contains(account.id()))
                .filter(account -> account.standing().status() != Status.LEFT
                        && account.standing().status() != Status.DELETING)
                .toList();
        gone.forEach(account -> register.change(
                account.id(),
                OptionalLong.empty(),
                Deed.of(ACTION, by),
                now -> now.with(now.standing().with(Status.LEFT))));
        return gone.stream().map(Account::id).toList();
    }
}
