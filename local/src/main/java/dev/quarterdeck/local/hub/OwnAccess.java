package dev.quarterdeck.local.hub;

import dev.quarterdeck.accounts.AccountId;
import dev.quarterdeck.accounts.Connection.ByKeys;
import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Inside;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.accounts.rotation.KeyAdmin;
import dev.quarterdeck.collect.access.Hand;
import dev.quarterdeck.collect.access.OwnCredentials;
import dev.quarterdeck.collect.access.WireAccess;
import dev.quarterdeck.collect.access.WireKeys;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.local.access.Door;
import dev.quarterdeck.local.access.Entrance;
import dev.quarterdeck.local.access.Opened;
import dev.quarterdeck.wire.Answer;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way into accounts with the credentials of whoever runs the hub. AWS is asked whose they are when they are first
 * needed, and again as long as it did not say: a hub can be served before anybody signed in to AWS.
 */
final class OwnAccess implements AccountAccess, KeyAdmin {
    private final LocalHub.Aws aws;
    private final Vault vault;
    private final Clock clock;
    private @Nullable Ways known;

    private record Ways(AccountAccess access, KeyAdmin keys) {}

    OwnAccess(LocalHub.Aws aws, Vault vault, Clock clock) {
        this.aws = aws;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Assumer assumer() {
        return ways().access().assumer();
    }

    @Override
    public Asked<Inside> enter(Way way) {
        return ways().access().enter(way);
    }

    @Override
    public Asked<Set<String>> list(AccountId account, ByKeys with) {
        return ways().keys().list(account, with);
    }

    @Override
    public Asked<Made> make(AccountId account, ByKeys with) {
        return ways().keys().make(account, with);
    }

    @Override
    public Asked<Done> disable(AccountId account, ByKeys with, String accessKeyId) {
        return ways().keys().disable(account, with, accessKeyId);
    }

    @Override
    public Asked<Done> delete(AccountId account, ByKeys with, String accessKeyId) {
        return ways().keys().delete(account, with, accessKeyId);
    }

    private synchronized Ways ways() {
        Ways ways = known == null ? open() : known;
        known = ways;
        return ways;
    }

    private Ways open() {
        Door door = door();
        return switch (new Entrance(aws.api()).open(door)) {
            case Opened.Account(var _, var access, String principal) -> {
                Assumer assumer = Assumer.of(Assumer.Kind.PERSON, principal, Optional.empty());
                var own = new OwnCredentials(aws.api(), access, door.region(), clock);
                var lender = new LocalLender(own, aws.keyring(), vault);
                yield new Ways(
                        new WireAccess(aws.api(), aws.types().get(), new Hand(assumer, door.region()), lender),
                        new WireKeys(aws.api(), lender, assumer.partition(), door.region()));
            }
            case Opened.Closed(var _, var failure) ->
                throw unavailable(
                        "AWS does not accept the credentials of '%s': %s".formatted(door.name(), why(failure)));
        };
    }

    private Door door() {
        try {
            return aws.keyring().environment();
        } catch (Refusal e) {
            throw unavailable(e.sentence());
        }
    }

    private static String why(Answer.Failure failure) {
        return failure instanceof Answer.Failed failed ? failed.message() : failure.toString();
    }

    private static FailureException unavailable(String why) {
        return new FailureException(new Failure.Unavailable(why));
    }
}
