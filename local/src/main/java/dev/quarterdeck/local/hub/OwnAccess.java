package dev.quarterdeck.local.hub;

import dev.quarterdeck.accounts.Account;
import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection;
import dev.quarterdeck.accounts.Connection.ByKeys;
import dev.quarterdeck.accounts.Connection.ByRole;
import dev.quarterdeck.accounts.organization.OrganizationView;
import dev.quarterdeck.accounts.organization.Picture;
import dev.quarterdeck.accounts.organization.StackInstance;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Inside;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.rotation.KeyAdmin;
import dev.quarterdeck.accounts.rotation.SessionEnding;
import dev.quarterdeck.collect.access.Hand;
import dev.quarterdeck.collect.access.LentSessions;
import dev.quarterdeck.collect.access.OwnCredentials;
import dev.quarterdeck.collect.access.ReadSessions;
import dev.quarterdeck.collect.access.WireAccess;
import dev.quarterdeck.collect.access.WireKeys;
import dev.quarterdeck.collect.access.WireOrganization;
import dev.quarterdeck.collect.access.WireSessionEnding;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.local.access.Door;
import dev.quarterdeck.local.access.Entrance;
import dev.quarterdeck.local.access.Opened;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.Answer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way into accounts with the credentials of whoever runs the hub. AWS is asked whose they are when they are first
 * needed, and again as long as it did not say: a hub can be served before anybody signed in to AWS. A profile opens its
 * account by itself, also for somebody who has nothing but profiles.
 */
final class OwnAccess implements AccountAccess, KeyAdmin, SessionEnding, OrganizationView, ReadSessions {
    private final LocalHub.Aws aws;
    private final Vault vault;
    private final Clock clock;
    private @Nullable Ways known;

    private record Ways(
            AccountAccess access,
            KeyAdmin keys,
            SessionEnding sessions,
            OrganizationView organization,
            ReadSessions reading) {}

    OwnAccess(LocalHub.Aws aws, Vault vault, Clock clock) {
        this.aws = aws;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Assumer assumer() {
        return switch (ways()) {
            case Asked.Got<Ways>(var ways) -> ways.access().assumer();
            case Asked.Not<Ways>(var trouble) -> throw new FailureException(new Failure.Unavailable(trouble.message()));
        };
    }

    @Override
    public Asked<Inside> enter(Way way) {
        return switch (ways()) {
            case Asked.Got<Ways>(var ways) -> ways.access().enter(way);
            case Asked.Not<Ways>(var trouble) ->
                way instanceof Way.Profile(var name)
                        ? by(
                                open(() -> aws.keyring().profile(name)),
                                ways -> ways.access().enter(way))
                        : new Asked.Not<>(trouble);
        };
    }

    @Override
    public Asked<Access> open(Account account) {
        return switch (ways()) {
            case Asked.Got<Ways>(var ways) -> ways.reading().open(account);
            case Asked.Not<Ways>(var trouble) ->
                account.connection() instanceof Connection.ByProfile(var name)
                        ? by(
                                open(() -> aws.keyring().profile(name)),
                                ways -> ways.reading().open(account))
                        : new Asked.Not<>(trouble);
        };
    }

    @Override
    public Asked<Set<String>> list(AccountId account, ByKeys with) {
        return by(ways -> ways.keys().list(account, with));
    }

    @Override
    public Asked<Made> make(AccountId account, ByKeys with) {
        return by(ways -> ways.keys().make(account, with));
    }

    @Override
    public Asked<Done> disable(AccountId account, ByKeys with, String accessKeyId) {
        return by(ways -> ways.keys().disable(account, with, accessKeyId));
    }

    @Override
    public Asked<Done> delete(AccountId account, ByKeys with, String accessKeyId) {
        return by(ways -> ways.keys().delete(account, with, accessKeyId));
    }

    @Override
    public Optional<Trouble> end(ByRole roles, Instant before) {
        return byRoles(sessions -> sessions.end(roles, before));
    }

    @Override
    public Optional<Trouble> endNoMore(ByRole roles) {
        return byRoles(sessions -> sessions.endNoMore(roles));
    }

    private Optional<Trouble> byRoles(Function<SessionEnding, Optional<Trouble>> use) {
        return switch (ways()) {
            case Asked.Got<Ways>(var ways) -> use.apply(ways.sessions());
            case Asked.Not<Ways>(var trouble) -> Optional.of(trouble);
        };
    }

    @Override
    public Asked<Picture> picture() {
        return by(ways -> ways.organization().picture());
    }

    @Override
    public Asked<Boolean> trustsStackSets() {
        return by(ways -> ways.organization().trustsStackSets());
    }

    @Override
    public Asked<List<StackInstance>> stacks(String stackSet) {
        return by(ways -> ways.organization().stacks(stackSet));
    }

    private <T> Asked<T> by(Function<Ways, Asked<T>> use) {
        return by(ways(), use);
    }

    private static <T> Asked<T> by(Asked<Ways> opened, Function<Ways, Asked<T>> use) {
        return switch (opened) {
            case Asked.Got<Ways>(var ways) -> use.apply(ways);
            case Asked.Not<Ways>(var trouble) -> new Asked.Not<>(trouble);
        };
    }

    private synchronized Asked<Ways> ways() {
        if (known != null) {
            return new Asked.Got<>(known);
        }
        Asked<Ways> opened = open(aws.keyring()::environment);
        if (opened instanceof Asked.Got<Ways>(var ways)) {
            known = ways;
        }
        return opened;
    }

    private Asked<Ways> open(Supplier<Door> door) {
        try {
            return open(door.get());
        } catch (Refusal e) {
            return none(e.sentence());
        }
    }

    private Asked<Ways> open(Door door) {
        return switch (new Entrance(aws.api()).open(door)) {
            case Opened.Account(var _, var access, String principal) -> {
                Assumer assumer = Assumer.of(Assumer.Kind.PERSON, principal, Optional.empty());
                var own = new OwnCredentials(aws.api(), access, door.region(), clock);
                var lender = new LocalLender(own, aws.keyring(), vault);
                var hand = new Hand(assumer, door.region());
                yield new Asked.Got<>(new Ways(
                        new WireAccess(aws.api(), aws.types().get(), hand, lender),
                        new WireKeys(aws.api(), lender, assumer.partition(), door.region()),
                        new WireSessionEnding(aws.api(), lender, hand),
                        new WireOrganization(aws.api(), access, door.region()),
                        new LentSessions(lender, hand)));
            }
            case Opened.Closed(var _, var failure) ->
                none("AWS does not accept the credentials of '%s': %s".formatted(door.name(), why(failure)));
        };
    }

    private static String why(Answer.Failure failure) {
        return failure instanceof Answer.Failed failed ? failed.message() : failure.toString();
    }

    private static Asked<Ways> none(String why) {
        return new Asked.Not<>(new Trouble(Trouble.Kind.NO_CREDENTIALS, "NoCredentials", why));
    }
}
