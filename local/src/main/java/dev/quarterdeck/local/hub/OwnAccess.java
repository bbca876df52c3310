package dev.quarterdeck.local.hub;

import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Inside;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.collect.access.Hand;
import dev.quarterdeck.collect.access.OwnCredentials;
import dev.quarterdeck.collect.access.WireAccess;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.credentials.Vault;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.local.access.Door;
import dev.quarterdeck.local.access.Entrance;
import dev.quarterdeck.local.access.Keyring;
import dev.quarterdeck.local.access.Opened;
import dev.quarterdeck.wire.Answer;
import dev.quarterdeck.wire.AwsApi;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way into accounts with the credentials of whoever runs the hub. AWS is asked whose they are when they are first
 * needed, and again as long as it did not say: a hub can be served before anybody signed in to AWS.
 */
final class OwnAccess implements AccountAccess {
    private final AwsApi api;
    private final Supplier<TypeCatalog> types;
    private final Keyring keyring;
    private final Vault vault;
    private final Clock clock;
    private @Nullable WireAccess known;

    OwnAccess(AwsApi api, Supplier<TypeCatalog> types, Keyring keyring, Vault vault, Clock clock) {
        this.api = api;
        this.types = types;
        this.keyring = keyring;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Assumer assumer() {
        return access().assumer();
    }

    @Override
    public Asked<Inside> enter(Way way) {
        return access().enter(way);
    }

    private synchronized WireAccess access() {
        WireAccess access = known == null ? open() : known;
        known = access;
        return access;
    }

    private WireAccess open() {
        Door door = door();
        return switch (new Entrance(api).open(door)) {
            case Opened.Account(var _, var access, String principal) -> {
                Assumer assumer = Assumer.of(Assumer.Kind.PERSON, principal, Optional.empty());
                var own = new OwnCredentials(api, access, door.region(), clock);
                var lender = new LocalLender(own, keyring, vault);
                yield new WireAccess(api, types.get(), new Hand(assumer, door.region()), lender);
            }
            case Opened.Closed(var _, var failure) ->
                throw unavailable(
                        "AWS does not accept the credentials of '%s': %s".formatted(door.name(), why(failure)));
        };
    }

    private Door door() {
        try {
            return keyring.environment();
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
