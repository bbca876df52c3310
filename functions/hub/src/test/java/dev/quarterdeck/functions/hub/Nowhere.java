package dev.quarterdeck.functions.hub;

import dev.quarterdeck.accounts.proof.AccountAccess;
import dev.quarterdeck.accounts.proof.Asked;
import dev.quarterdeck.accounts.proof.Inside;
import dev.quarterdeck.accounts.proof.Trouble;
import dev.quarterdeck.accounts.proof.Way;
import dev.quarterdeck.accounts.roles.Assumer;
import java.util.Optional;

/** A broker that gets in nowhere. */
record Nowhere() implements AccountAccess {
    @Override
    public Assumer assumer() {
        return Assumer.of(Assumer.Kind.BROKER, "arn:aws:iam::123456789012:role/quarterdeck-broker", Optional.empty());
    }

    @Override
    public Asked<Inside> enter(Way way) {
        return new Asked.Not<>(new Trouble(Trouble.Kind.DENIED, "sts:AssumeRole", "not here"));
    }
}
