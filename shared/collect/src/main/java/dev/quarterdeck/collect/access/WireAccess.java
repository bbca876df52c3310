package dev.quarterdeck.collect.access;

import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Inside;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.accounts.roles.Assumer;
import dev.quarterdeck.collect.types.TypeCatalog;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AwsApi;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Enters accounts through AWS's own API. */
public final class WireAccess implements AccountAccess {
    private static final String PURPOSE = "proof";

    private final AwsApi api;
    private final Reading reading;
    private final Hand hand;
    private final Lender lender;

    public WireAccess(AwsApi api, TypeCatalog types, Hand hand, Lender lender) {
        this.api = api;
        this.reading = new Reading(api, types);
        this.hand = hand;
        this.lender = lender;
    }

    @Override
    public Assumer assumer() {
        return hand.assumer();
    }

    @Override
    public Asked<Inside> enter(Way way) {
        return switch (way) {
            case Way.Role role -> byRole(role);
            case Way.Profile(var name) -> lender.profile(name).map(it -> inside(it, Optional.empty()));
            case Way.Keys(var account, var key) -> lender.keys(account, key).map(it -> inside(it, Optional.empty()));
        };
    }

    private Asked<Inside> byRole(Way.Role way) {
        return lender.role(hand.session(way, PURPOSE))
                .map(it -> inside(it, Optional.of(way.role().toString())));
    }

    private Inside inside(AwsCredentialsProvider credentials, Optional<String> role) {
        var access = new Access(assumer().partition().id(), "", credentials);
        return new WireInside(api, new Session(access, hand.region(), role), reading);
    }

    /** Who asks inside, where, and as which role if it is one. */
    record Session(Access access, String region, Optional<String> role) {}
}
